import { simplifiedChinese } from '../simplified-chinese.ts'

/** Longer messages are read up to here: enough for a story, bounded for a pattern. */
const MAX_LENGTH = 2000

/** Look-alikes that keep a word from being recognised, by character. */
const characters = new Map(Object.entries({ '’': "'", '‘': "'", '、': ',' }))

/** Disguised spellings of one word. */
const disguises: readonly (readonly [RegExp, string])[] = [
  [/[七柒欺][咋炸乍诈]/g, '欺诈'],
  [/诈[偏骗]/g, '诈骗'],
  [/刷\s*ka/g, '刷'],
  [/ka\s*(?=号|里|上)|(?<=银行|信用)ka/g, '卡'],
  [/(?:剖|破|泼)[斯死司]机|pose?机器?|p\s*o\s*s\s*机/g, 'pos机'],
  [/验\s*(?:zheng|z|正)\s*码|yan\s*zheng\s*ma|yzm/g, '验证码'],
  [/[蜜秘]\s*[码马玛]|密\s*(?:ma|m|玛|马)(?![a-z])|mi\s*ma/g, '密码'],
  [/[桃淘][现xX]|套\s*xian|tao\s*xian/g, '套现'],
  [/an全|安quan/g, '安全'],
  [/转\s*zhang|zhuan\s*账/g, '转账'],
  [/链\s*jie|连结|連結|超链接?/g, '链接'],
  [/(?:威|薇|微|v|V)\s*[信❤芯x](?=[^a-z]|$)/g, '微信'],
  [/扣扣|企鹅号/g, 'qq'],
  [/\bo\s*[.\-_]?\s*t\s*[.\-_]?\s*p\b|\b0tp\b/g, 'otp'],
  [/\bp\.i\.n\.?|\bp1n\b/g, 'pin'],
  [/\bc0de\b/g, 'code'],
  [/\bs@fe\b/g, 'safe'],
  [/\bac{1,2}(?:ou|o|u)nt(?=s?\b)/g, 'account'],
]

/** What a person put between Chinese characters to get past a filter. */
const betweenHan = /(?<=\p{Script=Han})[\s.·•*_\-|/~^+'"“”]+(?=\p{Script=Han})/gu

const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g

/** A message made comparable: width, case, spaces, traditional forms and disguises folded. */
export function normaliseText(text: string): string {
  const plain = text.slice(0, MAX_LENGTH).normalize('NFKC').toLowerCase().replace(invisible, '')
  const folded = Array.from(
    simplifiedChinese(plain),
    (character) => characters.get(character) ?? character,
  ).join('')
  const joined = folded.replace(betweenHan, '').replace(/[ \t\u3000]+/g, ' ')
  return disguises.reduce((result, [disguise, word]) => result.replace(disguise, word), joined)
}
