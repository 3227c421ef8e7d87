/** Simplified already, lower case; longer ones first. */
const words: readonly (readonly [RegExp, string])[] = [
  // Cantonese
  [/点解(?![开锁除冻绑])/g, '为什么'],
  [/点[样算搞办]好?(?![菜事])/g, '怎么办'],
  [/几时/g, '什么时候'],
  [/几耐|几多日/g, '多久'],
  [/几多/g, '多少'],
  [/咁耐/g, '这么久'],
  [/咁/g, '这么'],
  [/边个/g, '谁'],
  [/边[度处]/g, '哪里'],
  [/边(?=[张间单笔条])/g, '哪'],
  [/而家|宜家|依家/g, '现在'],
  [/[琴寻噚][日晚]/g, '昨天'],
  [/听日/g, '明天'],
  [/碌(?=卡|咗|[\d一二两三四五六七八九])/g, '刷'],
  [/[未冇]到数/g, '没到账'],
  [/[未冇][入过]数/g, '没入账'],
  [/到数/g, '到账'],
  [/入数/g, '入账'],
  [/过数/g, '打款'],
  [/多谢晒|唔该晒/g, '谢谢'],
  [/唔该/g, '麻烦'],
  [/唔使/g, '不用'],
  [/唔见咗?/g, '不见了'],
  [/[係系]咪/g, '是不是'],
  [/唔[係系]/g, '不是'],
  [/係|(?<=[我你佢哋])系/g, '是'],
  [/有冇/g, '有没有'],
  [/冇/g, '没有'],
  [/唔/g, '不'],
  [/嘅/g, '的'],
  [/咗/g, '了'],
  [/啲/g, '些'],
  [/[俾畀]/g, '给'],
  [/佢/g, '他'],
  [/哋/g, '们'],
  [/仲(?!裁|介)/g, '还'],
  [/嚟/g, '来'],
  [/[㗎噃喎啩]/g, '啊'],
  [/嗰/g, '那'],
  [/咩话|乜话/g, '说什么'],
  [/乜嘢|乜野|咩嘢|咩/g, '什么'],
  [/做乜/g, '干什么'],
  [/嘢/g, '东西'],
  [/揾/g, '找'],
  [/睇/g, '看'],
  [/攞/g, '拿'],
  [/搞掂/g, '搞定'],
  [/(?<=[人给他])呃(?=了|\d|[一二两三四五六七八九])/g, '骗'],
  // Taiwan
  [/刷退/g, '退款'],
  [/客诉/g, '投诉'],
  [/当机/g, '死机'],
  [/圈存/g, '冻结'],
  [/荧幕/g, '屏幕'],
  [/个资/g, '个人信息'],
  [/讯息/g, '短信'],
  [/软体/g, '软件'],
  [/网路/g, '网络'],
  [/帐款|账款/g, '货款'],
  [/户头|户口(?!本)/g, '账户'],
  [/列印/g, '打印'],
  [/末四码/g, '后四位'],
  // Sichuan and the north-east
  [/莫得/g, '没有'],
  [/咋个|啷个/g, '怎么'],
  [/[啥撒]子/g, '什么'],
  [/晓得/g, '知道'],
  [/咋整/g, '怎么办'],
  // Typed by their sound, or heard so by a telephone
  [/肿么/g, '怎么'],
  [/神马/g, '什么'],
  [/不造(?!成)/g, '不知道'],
  [/(?:[破布泼婆跑坡]{1,2}[死斯丝四]|pose|poss)\s?机/g, 'pos机'],
  [/刷咖(?!啡)/g, '刷卡'],
  [/参[靠烤]号|参考[耗好]/g, '参考号'],
  [/尾[耗好]/g, '尾号'],
  [/风空(?!调)/g, '风控'],
  [/东结/g, '冻结'],
  [/转[仁任]工/g, '转人工'],
]

/** Most messages hold none of them: one look, and they are left alone. */
const any = new RegExp(words.map(([{ source }]) => source).join('|'))

/**
 * Chinese as it is spoken in other places, or typed by its sound, in the standard words for it: the
 * rules and the examples then count for all of them.
 */
export function inStandardWords(text: string): string {
  if (!any.test(text)) return text
  return words.reduce((said, [word, standard]) => said.replaceAll(word, standard), text)
}
