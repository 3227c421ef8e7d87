/** Longer messages are read up to here: enough for a story, bounded for a pattern. */
const MAX_LENGTH = 2000

/** Traditional forms and look-alikes that keep a word from being recognised, by character. */
const characters = new Map(
  Object.entries({
    帳: '账',
    賬: '账',
    帐: '账',
    戶: '户',
    驗: '验',
    證: '证',
    碼: '码',
    轉: '转',
    機: '机',
    費: '费',
    騙: '骗',
    錢: '钱',
    還: '还',
    遠: '远',
    協: '协',
    鏈: '链',
    載: '载',
    臉: '脸',
    識: '识',
    開: '开',
    關: '关',
    險: '险',
    們: '们',
    這: '这',
    個: '个',
    說: '说',
    給: '给',
    會: '会',
    議: '议',
    讓: '让',
    銀: '银',
    業: '业',
    務: '务',
    員: '员',
    電: '电',
    話: '话',
    級: '级',
    領: '领',
    測: '测',
    試: '试',
    師: '师',
    換: '换',
    額: '额',
    養: '养',
    別: '别',
    張: '张',
    對: '对',
    發: '发',
    訴: '诉',
    軟: '软',
    連: '连',
    結: '结',
    點: '点',
    掃: '扫',
    聽: '听',
    嗎: '吗',
    為: '为',
    後: '后',
    報: '报',
    '’': "'",
    '‘': "'",
    '、': ',',
  }),
)

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
]

/** What a person put between Chinese characters to get past a filter. */
const betweenHan = /(?<=\p{Script=Han})[\s.·•*_\-|/~^+'"“”]+(?=\p{Script=Han})/gu

const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g

/** A message made comparable: width, case, spaces, traditional forms and disguises folded. */
export function normaliseText(text: string): string {
  const plain = text.slice(0, MAX_LENGTH).normalize('NFKC').toLowerCase().replace(invisible, '')
  const folded = Array.from(plain, (character) => characters.get(character) ?? character).join('')
  const joined = folded.replace(betweenHan, '').replace(/[ \t\u3000]+/g, ' ')
  return disguises.reduce((result, [disguise, word]) => result.replace(disguise, word), joined)
}
