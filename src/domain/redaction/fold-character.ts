/** What a character reads as: `''` for one that shows nothing, else one UTF-16 unit per glyph. */
type Fold = string

const SYMBOL = '\uE000'
const LETTER = '\uE001'

const UNSEEN = /^[\p{M}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]$/u
const DECIMAL_DIGIT = /^\p{Nd}$/u
const SPACE = /^[\p{Z}\u2800]$/u
const DASH = /^[\p{Pd}\u2212]$/u
const ANY_LETTER = /^\p{L}$/u
/** `⑷`, `㈣` and `⒋` are one sign to a reader, and come apart into a digit with brackets or a stop. */
const BRACKETED = /^\((.+)\)$|^([0-9]+)\.$/u

/** Digit signs that Unicode gives no compatibility form: first code point, its value, how many. */
const digitRuns: readonly (readonly [number, number, number])[] = [
  [0x1369, 1, 9],
  [0x24f5, 1, 9],
  [0x2776, 1, 9],
  [0x2780, 1, 9],
  [0x278a, 1, 9],
  [0x3021, 1, 9],
  [0x1f10b, 0, 1],
  [0x1f10c, 0, 1],
  [0x24ff, 0, 1],
  [0x24ea, 0, 1],
  // Tag digits: unseen on screen, yet a byte search would find them.
  [0xe0030, 0, 10],
]

/** Traditional characters of our labels and numerals, as the simplified ones we list. */
const simplified = new Map(
  [...'號驗證碼訂單參帳賬戶後額時間動態電話機戶銀儲貸幣發給編終設備貳陸兩萬億點']
    .map((character, at): [string, string] => [
      character,
      [...'号验证码订单参账账户后额时间动态电话机户银储贷币发给编终设备贰陆两万亿点'][at] ??
        character,
    ])
    .concat([['叄', '叁']]),
)

const remembered = new Map<number, Fold>()

/**
 * How one character reads to a person: digits of every script become 0-9, unseen characters
 * vanish, compatibility forms (full width, circled, mathematical) become plain ones.
 */
export function foldCharacter(codePoint: number): Fold {
  if (codePoint >= 0x20 && codePoint < 0x7f) return String.fromCharCode(codePoint)
  if (codePoint >= 0x09 && codePoint <= 0x0d) return '\n'
  const known = remembered.get(codePoint)
  if (known !== undefined) return known
  const fold = foldRare(codePoint)
  if (remembered.size < 20_000) remembered.set(codePoint, fold)
  return fold
}

function foldRare(codePoint: number): Fold {
  const digit = digitOf(codePoint)
  if (digit !== undefined) return digit
  const character = String.fromCodePoint(codePoint)
  if (codePoint === 0x2028 || codePoint === 0x2029 || codePoint === 0x85) return '\n'
  if (UNSEEN.test(character)) return ''
  const plain = character.normalize('NFKC').replace(BRACKETED, '$1$2')
  if (plain === character) return foldPlain(character)
  return [...plain].map((part) => foldAgain(part, character)).join('')
}

/** A decomposed part is folded once more: it may itself be a digit sign or an unseen mark. */
function foldAgain(part: string, whole: string): Fold {
  const codePoint = part.codePointAt(0) ?? 0
  if (part === whole) return foldPlain(part)
  if (codePoint < 0x7f) return codePoint < 0x20 ? '' : part
  const digit = digitOf(codePoint)
  if (digit !== undefined) return digit
  return UNSEEN.test(part) ? '' : foldPlain(part)
}

function foldPlain(character: string): Fold {
  if (SPACE.test(character)) return ' '
  if (DASH.test(character)) return '-'
  const simple = simplified.get(character)
  if (simple) return simple
  if (character.length === 1) return /[\uD800-\uF8FF]/.test(character) ? SYMBOL : character
  return ANY_LETTER.test(character) ? LETTER : SYMBOL
}

function digitOf(codePoint: number): string | undefined {
  for (const [first, value, count] of digitRuns) {
    if (codePoint >= first && codePoint < first + count) return String(value + codePoint - first)
  }
  if (!isDecimalDigit(codePoint)) return undefined
  const compatible = String.fromCodePoint(codePoint).normalize('NFKC')
  if (/^[0-9]$/.test(compatible)) return compatible
  // Every script's ten digits stand in a row, so a digit's value is its distance from the zero.
  let value = 0
  while (value < 9 && isDecimalDigit(codePoint - value - 1)) value += 1
  return String(value)
}

function isDecimalDigit(codePoint: number): boolean {
  return codePoint > 0x7f && DECIMAL_DIGIT.test(String.fromCodePoint(codePoint))
}
