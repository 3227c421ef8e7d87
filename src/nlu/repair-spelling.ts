import { withoutBlanks } from './pinyin.ts'
import { inStandardWords } from './regional-words.ts'

/** Slips seen in this field and what was meant. Lower case; the English ones are whole words. */
const chineseSlips: readonly (readonly [RegExp, string])[] = [
  [/刷\s?ka\s?卡?/g, '刷卡'],
  [/七咋|欺炸|期诈|欺榨/g, '欺诈'],
  [/积芬|积份/g, '积分'],
  [/身份\s?fen\s?证|身分证/g, '身份证'],
  [/到帐|道账|到账账|倒账|到仗/g, '到账'],
  [/入帐/g, '入账'],
  [/账号/g, '账户'],
  [/帐/g, '账'],
  [/手续废|手续非|手续肥|手序费|手读费/g, '手续费'],
  [/结蒜|节算|结祘/g, '结算'],
  [/退宽|腿款|退歀/g, '退款'],
  [/扣宽|扣歀/g, '扣款'],
  [/盗涮/g, '盗刷'],
  [/涮卡/g, '刷卡'],
  [/人工课服|人工克服|仁工/g, '人工客服'],
  [/投素|头诉|投拆/g, '投诉'],
  [/小漂|小飘|小瓢/g, '小票'],
  [/验正码|验证吗|验证马/g, '验证码'],
  [/铺子机|泡丝机|破丝机|p\s?o\s?s\s?机/g, 'pos机'],
  [/木有/g, '没有'],
  [/咋(?=[^们])/g, '怎么'],
]

const englishSlips: Readonly<Record<string, string>> = {
  recieved: 'received',
  recieve: 'receive',
  recived: 'received',
  setlement: 'settlement',
  settelment: 'settlement',
  refunf: 'refund',
  refud: 'refund',
  refudn: 'refund',
  chraged: 'charged',
  cahrged: 'charged',
  chargd: 'charged',
  trasaction: 'transaction',
  transacton: 'transaction',
  transation: 'transaction',
  moeny: 'money',
  mony: 'money',
  payed: 'paid',
  teh: 'the',
  hte: 'the',
  hasnt: "hasn't",
  somebodys: "somebody's",
  someones: "someone's",
  havent: "haven't",
  didnt: "didn't",
  dont: "don't",
  doesnt: "doesn't",
  cant: "can't",
  isnt: "isn't",
  wasnt: "wasn't",
  wont: "won't",
  im: "i'm",
  ive: "i've",
  pls: 'please',
  plz: 'please',
  u: 'you',
  ur: 'your',
  acount: 'account',
  acc: 'account',
  accont: 'account',
  reciept: 'receipt',
  recept: 'receipt',
  recipt: 'receipt',
  terminel: 'terminal',
  machien: 'machine',
  complane: 'complain',
  compaint: 'complaint',
  humen: 'human',
  fruad: 'fraud',
  scamed: 'scammed',
  declind: 'declined',
  depost: 'deposit',
  yestarday: 'yesterday',
  yesturday: 'yesterday',
  tommorow: 'tomorrow',
  arived: 'arrived',
  adress: 'address',
  wat: 'what',
  wheres: 'where is',
  whats: 'what is',
  agnet: 'agent',
  preson: 'person',
  merchent: 'merchant',
  mercahnt: 'merchant',
  merchnat: 'merchant',
  mechant: 'merchant',
  paymnt: 'payment',
  helo: 'hello',
  marchant: 'merchant',
  buisness: 'business',
  bussiness: 'business',
  cardhodler: 'cardholder',
  paymnet: 'payment',
  complant: 'complaint',
  depoist: 'deposit',
  customr: 'customer',
  twise: 'twice',
}

/** Slips as long as what was meant are mended where they stand; offsets stay those of the original. */
export function repairInPlace(low: string): string {
  let text = low
  for (const [slip, meant] of chineseSlips) {
    text = text.replaceAll(slip, (found) => (found.length === meant.length ? meant : found))
  }
  return text
}

const englishWord = /[a-z]+(?![a-z'’])/g

/** The message as it was meant, for recognising wishes and statements. Offsets are lost. */
export function repairSpelling(low: string): string {
  let text = withoutBlanks(low.normalize('NFKC').toLowerCase().replaceAll('’', "'"))
  for (const [slip, meant] of chineseSlips) text = text.replaceAll(slip, meant)
  text = inStandardWords(text)
  return text.replaceAll(englishWord, (word) =>
    Object.hasOwn(englishSlips, word) ? (englishSlips[word] ?? word) : word,
  )
}
