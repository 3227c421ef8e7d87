/** Han signs that stand for one digit: everyday, financial and spoken ones. */
const hanDigits: Record<string, string> = {
  〇: '0',
  零: '0',
  洞: '0',
  一: '1',
  壹: '1',
  幺: '1',
  弌: '1',
  二: '2',
  贰: '2',
  两: '2',
  三: '3',
  叁: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
  七: '7',
  柒: '7',
  拐: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
  勾: '9',
  '○': '0',
  '◯': '0',
}

const units: Record<string, string> = {
  zero: '0',
  oh: '0',
  nought: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  niner: '9',
}

const teens: Record<string, string> = {
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
}

const tens: Record<string, string> = {
  twenty: '2',
  thirty: '3',
  forty: '4',
  fourty: '4',
  fifty: '5',
  sixty: '6',
  seventy: '7',
  eighty: '8',
  ninety: '9',
}

const times: Record<string, number> = { double: 2, triple: 3, treble: 3, quadruple: 4 }

/** Letters typed for the digit they look like, in Latin, Greek and Cyrillic. */
const lookalikes: Record<string, string> = {
  O: '0',
  o: '0',
  О: '0',
  о: '0',
  Ο: '0',
  ο: '0',
  I: '1',
  l: '1',
  І: '1',
  S: '5',
  B: '8',
  Z: '2',
}

const GLUED = /^(?:zero|one|two|three|four|five|six|seven|eight|nine)+$/
const GLUED_PART = /zero|one|two|three|four|five|six|seven|eight|nine/g
const UNIT_AFTER = /[ -]{0,2}(one|two|three|four|five|six|seven|eight|nine)(?![a-z])/y
const ANY_AFTER = /[ -]{0,2}(?:([0-9])|([a-z]+))/y

/** The digit of a Han sign, or undefined. */
export function hanDigit(glyph: string): string | undefined {
  return Object.hasOwn(hanDigits, glyph) ? hanDigits[glyph] : undefined
}

/** The digits that a whole word of lookalike letters stands for, or undefined. */
export function lookalikeDigits(word: string): string | undefined {
  let digits = ''
  for (const letter of word) {
    if (!Object.hasOwn(lookalikes, letter)) return undefined
    digits += lookalikes[letter]
  }
  return digits
}

/** Digits spoken as words, and where the words end. */
interface SpokenDigits {
  digits: string
  end: number
}

/**
 * The digits spoken by the word at `start`, with the words that belong to it: `double five` is 55,
 * `forty one` is 41. `text` is in lower case.
 */
export function spokenDigits(text: string, start: number, end: number): SpokenDigits | undefined {
  const word = text.slice(start, end)
  const plain = own(units, word) ?? own(teens, word)
  if (plain) return { digits: plain, end }
  const ten = own(tens, word)
  if (ten) return withUnit(text, ten, end)
  const factor = own(times, word)
  if (factor) return repeated(text, factor, end)
  if (word.length < 6 || word.length > 120 || !GLUED.test(word)) return undefined
  const parts = word.match(GLUED_PART) ?? []
  return { digits: parts.map((part) => own(units, part) ?? '').join(''), end }
}

function withUnit(text: string, ten: string, end: number): SpokenDigits {
  UNIT_AFTER.lastIndex = end
  const unit = UNIT_AFTER.exec(text)
  if (!unit) return { digits: `${ten}0`, end }
  return { digits: ten + (own(units, unit[1] ?? '') ?? ''), end: end + unit[0].length }
}

function repeated(text: string, factor: number, end: number): SpokenDigits | undefined {
  ANY_AFTER.lastIndex = end
  const next = ANY_AFTER.exec(text)
  const digit = next?.[1] ?? own(units, next?.[2] ?? '')
  return next && digit ? { digits: digit.repeat(factor), end: end + next[0].length } : undefined
}

function own<Value>(table: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
