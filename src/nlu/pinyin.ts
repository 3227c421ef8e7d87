/*
 * Chinese in Latin letters, by the sound: whole messages of people without a Chinese keyboard (wo de
 * qian mei dao zhang), and words in between (我的qian呢). Only words of this field are known; the rest
 * stays as it is.
 */

/** By their sound, syllables apart: nobody means an English word by them. */
const words = new Map(
  Object.entries({
    'dao zhang': '到账',
    'ru zhang': '入账',
    'zhang hu': '账户',
    'zhang dan': '账单',
    'zhuan zhang': '转账',
    'tui kuan': '退款',
    'kou kuan': '扣款',
    'fu kuan': '付款',
    'shou kuan': '收款',
    'huo kuan': '货款',
    'da kuan': '打款',
    'tui qian': '退钱',
    'kou qian': '扣钱',
    'shua ka': '刷卡',
    'dao shua': '盗刷',
    'xin yong ka': '信用卡',
    'yin hang ka': '银行卡',
    'yin hang': '银行',
    'chi ka ren': '持卡人',
    'shang hu': '商户',
    'shang jia': '商家',
    'xiao piao': '小票',
    'wei hao': '尾号',
    'ka hao': '卡号',
    'can kao hao': '参考号',
    'ding dan hao': '订单号',
    'ding dan': '订单',
    'shou xu fei': '手续费',
    'jie suan': '结算',
    'ti xian': '提现',
    'jiao yi': '交易',
    'yu shou quan': '预授权',
    'dong jie': '冻结',
    'chong fu': '重复',
    'cuo wu dai ma': '错误代码',
    'zhuan ren gong': '转人工',
    'ren gong': '人工',
    'ke fu': '客服',
    'tou su': '投诉',
    'gong dan': '工单',
    'zha pian': '诈骗',
    'pian zi': '骗子',
    'bei pian': '被骗',
    'yan zheng ma': '验证码',
    'mi ma': '密码',
    'wei xin': '微信',
    'zhi fu bao': '支付宝',
    'yun shan fu': '云闪付',
    'wei shen me': '为什么',
    'shen me shi hou': '什么时候',
    'shen me': '什么',
    'zen me ban': '怎么办',
    'zen me': '怎么',
    'na li': '哪里',
    'duo jiu': '多久',
    'duo shao': '多少',
    'mei you': '没有',
    'mei dao': '没到',
    'mei shou dao': '没收到',
    'shou dao': '收到',
    'bu dao': '不到',
    'bu shi': '不是',
    'shi de': '是的',
    'bu zhi dao': '不知道',
    'hai mei': '还没',
    'liang ci': '两次',
    'liang bian': '两遍',
    'zuo tian': '昨天',
    'jin tian': '今天',
    'qian tian': '前天',
    'shang wu': '上午',
    'xia wu': '下午',
    'wan shang': '晚上',
    'zhou wu': '周五',
    'ni hao': '你好',
    'xie xie': '谢谢',
    'pos ji': 'pos机',
  }),
)

/** Short ones, and first letters that people type for whole words: known beside Chinese only. */
const shortWords = new Map(
  Object.entries({
    qian: '钱',
    mei: '没',
    bu: '不',
    hai: '还',
    bei: '被',
    kou: '扣',
    shua: '刷',
    tui: '退',
    cha: '查',
    bi: '笔',
    na: '哪',
    sha: '啥',
    kuai: '块',
    ji: '机',
    zai: '在',
    yuan: '元',
    dian: '点',
    wo: '我',
    de: '的',
    le: '了',
    ma: '吗',
    ne: '呢',
    dao: '到',
    zhang: '账',
    kuan: '款',
    gong: '工',
    ren: '人',
    dz: '到账',
    xyk: '信用卡',
    yhk: '银行卡',
  }),
)

/** What somebody types who wants a person and nothing else. */
const calls = new Map([
  ['rg', '人工'],
  ['zrg', '转人工'],
  ['kf', '客服'],
])

const allWords = new Map([...words, ...shortWords])

const behindInitial =
  'iong|iang|uang|ang|eng|ong|ing|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ve|ue|vn|[aoeiuv]'
const alone = 'ang|eng|ai|ei|ao|ou|an|en|er|[aoe]'
const syllable = new RegExp(
  `^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:${behindInitial})|${alone})$`,
)
const longestSyllable = 6
/** Longer than any word of a sentence without blanks that somebody types. */
const longestRun = 40
/** Letters of a number, DE-44091, are no word. */
const letters = /(?<![a-z_-])[a-z]+(?![a-z]|[-_]?\d)/g
const han = /[\u3400-\u4dbf\u4e00-\u9fff]/

interface Syllable {
  text: string
  start: number
  end: number
}

/** What is meant by a stretch of the message. */
interface Meant {
  start: number
  end: number
  word: string
}

const mostSyllables = Math.max(...[...words.keys()].map((word) => word.split(' ').length))

/** As wide as a letter, and a blank to every pattern; no keyboard makes it. */
const blank = '\ufeff'

/** The message without the blanks that `pinyinInPlace` put in. */
export function withoutBlanks(text: string): string {
  return text.replaceAll(blank, '')
}

/**
 * Words typed by their sound as characters, each as wide as it was: offsets stay those of the original.
 * `low` is in lower case.
 */
export function pinyinInPlace(low: string): string {
  const typed = low.trim()
  const call = calls.get(typed)
  if (call) return low.replace(typed, wide(call, typed.length))
  let text = ''
  let last = 0
  for (const { start, end, word } of han.test(low) ? besideChinese(low) : wholeMessage(low)) {
    text += low.slice(last, start) + wide(word, end - start)
    last = end
  }
  return text + low.slice(last)
}

function wide(word: string, width: number): string {
  return word.padEnd(width, blank)
}

/** Beside characters a run of letters is a word when all of it is known. */
function besideChinese(low: string): Meant[] {
  return [...low.matchAll(letters)].flatMap(({ 0: run, index }) => {
    const short = shortWords.get(run)
    if (short) return [{ start: index, end: index + run.length, word: short }]
    const meant = knownIn(syllablesOf(run, index), allWords)
    return lengthOf(meant) === run.length ? meant : []
  })
}

/** A message without a character sounds Chinese as a whole, and holds words of this field. */
function wholeMessage(low: string): Meant[] {
  const heard: Syllable[] = []
  for (const { 0: run, index } of low.matchAll(letters)) {
    if (run === 'pos') continue
    const syllables = syllablesOf(run, index)
    // Nearly every English message ends here, at its first or second word.
    if (syllables.length === 0) return []
    heard.push(...syllables)
  }
  const isOfThisField = knownIn(heard, words).length > 0
  return isOfThisField ? knownIn(heard, allWords) : []
}

const lengthOf = (meant: readonly Meant[]) =>
  meant.reduce((sum, { start, end }) => sum + end - start, 0)

/** The longest known words, from the left. Syllables with more than a blank between are two words. */
function knownIn(syllables: readonly Syllable[], known: ReadonlyMap<string, string>): Meant[] {
  const meant: Meant[] = []
  for (let at = 0; at < syllables.length; ) {
    const found = longestAt(syllables, at, known)
    if (found) meant.push(found.meant)
    at += found?.count ?? 1
  }
  return meant
}

function longestAt(
  syllables: readonly Syllable[],
  at: number,
  known: ReadonlyMap<string, string>,
): { meant: Meant; count: number } | undefined {
  for (let count = mostSyllables; count > 0; count -= 1) {
    const part = syllables.slice(at, at + count)
    const [first, last] = [part[0], part.at(-1)]
    const word = known.get(part.map(({ text }) => text).join(' '))
    const isOne = part.every(
      ({ start }, index) => index === 0 || start - (part[index - 1]?.end ?? 0) <= 1,
    )
    if (first && last && word && isOne && part.length === count) {
      return { meant: { start: first.start, end: last.end, word }, count }
    }
  }
  return undefined
}

/** A run of letters as syllables, each as long as the rest allows; none when it cannot be read so. */
function syllablesOf(run: string, offset: number): Syllable[] {
  if (run.length > longestRun) return []
  const ends = endsFrom(run)
  const syllables: Syllable[] = []
  for (let at = 0; at < run.length; ) {
    const end = ends[at]
    if (end === undefined) return []
    syllables.push({ text: run.slice(at, end), start: offset + at, end: offset + end })
    at = end
  }
  return syllables
}

/** Where the longest syllable from each place ends, of those after which the rest can be read, too. */
function endsFrom(run: string): (number | undefined)[] {
  const ends: (number | undefined)[] = []
  ends[run.length] = run.length
  for (let at = run.length - 1; at >= 0; at -= 1) {
    const lengths = Array.from({ length: longestSyllable }, (_, index) => longestSyllable - index)
    ends[at] = lengths
      .map((length) => at + length)
      .find((end) => ends[end] !== undefined && syllable.test(run.slice(at, end)))
  }
  return ends
}
