/*
 * A message rewritten for reading, one UTF-16 unit for one: offsets found in a rewritten form are
 * offsets of the original.
 */

/** How much of a message is read: work stays linear and small however long the paste is. */
export const readLimit = 2_000

/** A message in the forms the extractors need. All three have the same length. */
export interface Reading {
  original: string
  /** Half width and simplified, letter case kept: values of references are taken from here. */
  plain: string
  /** `plain` in lower case: what patterns are matched against. */
  low: string
}

/** Traditional characters of this field with their simplified form, pair after pair. */
const traditionalPairs =
  '萬万兩两錢钱帳账賬账戶户號号刷刷機机額额時时間间點点銀银單单訂订參参終终端端碼码' +
  '沒没還还為为麼么這这個个裡里裏里後后來来過过對对錯错嗎吗誰谁請请謝谢讓让說说話话' +
  '問问題题實实際际費费續续結结算算轉转帶带據据條条紙纸張张開开關关門门店店們们業业' +
  '務务員员經经審审風风險险凍冻釋释發发貨货買买賣卖顧顾質质證证驗验舉举報报訴诉騙骗' +
  '詐诈盜盗損损失失響响應应顯显電电腦脑網网絡络線线連连斷断壞坏螢荧週周禮礼拜拜體体' +
  '權权預预撤撤銷销確确認认記记錄录資资料料隱隐刪删除除當当從从將将會会幾几麽么歲岁' +
  '國国慶庆節节雙双壹壹貳贰參叁陸陆億亿圓圆塊块幣币歐欧鎊镑臺台台台韓韩無无與与於于' +
  '給给進进運运動动變变換换選选擇择處处現现總总級级統统計计負负責责區区別别類类種种' +
  '專专聯联繫系絡络聽听覺觉學学習习樣样難难應应該该達达遲迟慢慢卻却聲声試试輸输入入' +
  '邊边師师傳传觀观簡简繁繁語语麻麻煩烦歡欢嗎吗熱热線线滿满補补貼贴優优惠惠僅仅餘余' +
  '擔担擋挡護护課课軟软件件測测離离郵邮遞递檢检貸贷幫帮營营協协復复議议談谈叫叫認认獲获買买匯汇繳缴騷骚擾扰壞坏額额筆笔鎖锁頭头頁页飯饭館馆壓压極极長长'

const simplified = new Map<string, string>()
for (let i = 0; i + 1 < traditionalPairs.length; i += 2) {
  const from = traditionalPairs.charAt(i)
  // 參 is 叁 only inside capital numerals, and 参 everywhere else: the first pair wins.
  if (!simplified.has(from)) simplified.set(from, traditionalPairs.charAt(i + 1))
}

const isFullWidthDigit = (code: number) => code >= 0xff10 && code <= 0xff19

/** A full-width comma ends a clause, except between full-width digits, where it groups them. */
function halfWidth(text: string, at: number): string {
  const code = text.charCodeAt(at)
  if (code === 0x3000 || code === 0xa0) return ' '
  if (code === 0xffe5) return '¥'
  if (code === 0xffe1) return '£'
  if (code < 0xff01 || code > 0xff5e) return text.charAt(at)
  const groups =
    isFullWidthDigit(text.charCodeAt(at - 1)) && isFullWidthDigit(text.charCodeAt(at + 1))
  if (code === 0xff0c && !groups) return text.charAt(at)
  return String.fromCharCode(code - 0xfee0)
}

function lowered(char: string): string {
  const low = char.toLowerCase()
  return low.length === 1 ? low : char
}

/** Reads at most the first `readLimit` units of a message. */
export function readingOf(text: string): Reading {
  const original = text.slice(0, readLimit)
  let plain = ''
  let low = ''
  for (let at = 0; at < original.length; at += 1) {
    const half = halfWidth(original, at)
    const char = simplified.get(half) ?? half
    plain += char
    low += lowered(char)
  }
  return { original, plain, low }
}
