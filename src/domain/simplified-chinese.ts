/*
 * Traditional writing in its simplified form, one UTF-16 unit for one, so that a place found in the
 * result is a place of the original. Not a converter for reading: only what patterns meet.
 */

/** Traditional characters with their simplified form, pair after pair. The first pair wins. */
const characterPairs =
  '萬万兩两錢钱帳账賬账帐账戶户號号刷刷機机額额時时間间點点銀银單单訂订參参終终端端碼码' +
  '沒没還还為为麼么這这個个裡里裏里後后來来過过對对錯错嗎吗誰谁請请謝谢讓让說说話话' +
  '問问題题實实際际費费續续結结轉转帶带據据條条紙纸張张開开關关門门們们業业' +
  '務务員员經经審审風风險险凍冻釋释發发貨货買买賣卖顧顾質质證证驗验舉举報报訴诉騙骗' +
  '詐诈盜盗損损響响應应顯显電电腦脑網网絡络線线連连斷断壞坏螢荧週周禮礼體体' +
  '權权預预銷销確确認认記记錄录資资隱隐刪删當当從从將将會会幾几歲岁國国' +
  '慶庆節节雙双貳贰陸陆億亿圓圆塊块幣币歐欧鎊镑臺台韓韩無无與与於于給给進进' +
  '運运動动變变換换選选擇择處处現现總总級级統统計计負负責责區区別别類类種种專专聯联' +
  '繫系聽听覺觉學学習习樣样難难該该達达遲迟卻却聲声試试輸输入入邊边師师傳传觀观' +
  '簡简語语煩烦歡欢熱热滿满補补貼贴優优僅仅餘余擔担擋挡護护課课軟软' +
  '測测離离郵邮遞递檢检貸贷幫帮營营協协復复議议談谈獲获匯汇滙汇繳缴騷骚擾扰筆笔' +
  '鎖锁頭头頁页飯饭館馆壓压極极長长' +
  '剛刚見见產产雖虽絕绝蓋盖價价車车陽阳隊队隨随順顺須须頓顿領领頻频願愿驚惊鬆松魚鱼' +
  '麵面齊齐齡龄龍龙異异樓楼偽伪債债傷伤儲储內内冊册劃划勞劳勢势勝胜啟启嚴严囑嘱團团' +
  '園园圖图執执場场墊垫婦妇媽妈寧宁寫写寬宽寶宝尋寻導导屬属層层島岛幹干廠厂廣广廢废' +
  '廳厅強强彈弹憂忧憑凭懷怀戰战戲戏捨舍掃扫採采揚扬搶抢擁拥擊击攔拦攜携敗败數数暫暂' +
  '曆历歷历東东構构標标檔档櫃柜歸归殺杀氣气決决況况準准漲涨漁渔濟济灣湾煙烟燈灯燒烧' +
  '爭争狀状獎奖獨独環环畫画療疗監监盤盘瞭了禍祸稅税穩稳範范簽签籤签約约紅红紋纹納纳' +
  '細细組组緊紧編编練练縣县繞绕罰罚義义職职脅胁臉脸臨临舊旧華华虛虚術术衛卫裝装製制' +
  '複复視视親亲訊讯討讨託托許许設设評评詞词詢询詳详誘诱調调諾诺識识讀读財财貴贵賓宾' +
  '賠赔賺赚贈赠贏赢趕赶較较載载輕轻辦办遠远適适醫医釣钓鈔钞鋪铺鏈链鑰钥閉闭閃闪闆板' +
  '隻只雜杂雞鸡雲云項项飲饮養养鮮鲜脫脱佔占佈布併并倉仓偵侦償偿儘尽創创撥拨徵征慣惯' +
  '慮虑書书樂乐沖冲漸渐爾尔瘋疯眾众祕秘稱称紀纪綁绑維维緩缓績绩聞闻規规觸触訪访賴赖' +
  '蹤踪違违釐厘釘钉針针鍵键錶表鏡镜鐘钟頂顶饋馈馬马驟骤輛辆擴扩攤摊燙烫詭诡謊谎貪贪' +
  '賊贼騰腾薦荐虧亏蘋苹嚇吓勸劝鬧闹釀酿鎮镇陳陈階阶黃黄齒齿遺遗遷迁著着誤误誠诚兒儿'

/** Words of other places for what is said differently here, each as long as its own form. */
const words: readonly (readonly [RegExp, string])[] = [
  [/[萤荧]幕/g, '屏幕'],
  [/网路/g, '网络'],
  [/简讯/g, '短信'],
  [/[连联]结(?![算果])/g, '链接'],
  [/软体/g, '软件'],
  [/视讯/g, '视频'],
  [/远端/g, '远程'],
  [/登入/g, '登录'],
  [/当机/g, '死机'],
  [/列印/g, '打印'],
  [/印表机/g, '打印机'],
  [/收据/g, '小票'],
  [/金融卡|提款卡/g, '银行卡'],
  [/退刷/g, '退款'],
  [/拨款/g, '打款'],
  [/客诉/g, '投诉'],
  [/身分证/g, '身份证'],
]

const simplified = new Map<string, string>()
for (let at = 0; at + 1 < characterPairs.length; at += 2) {
  const from = characterPairs.charAt(at)
  if (!simplified.has(from)) simplified.set(from, characterPairs.charAt(at + 1))
}

/** The text in simplified characters and in the words used there; its length stays the same. */
export function simplifiedChinese(text: string): string {
  const characters = Array.from({ length: text.length }, (_, at) => {
    const unit = text.charAt(at)
    return simplified.get(unit) ?? unit
  }).join('')
  return words.reduce((result, [word, own]) => result.replace(word, own), characters)
}
