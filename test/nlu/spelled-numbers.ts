/* Numbers in the writings customers use, made independently of what reads them. */

const plain = { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'], tenThousand: '万' }
const capital = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'], tenThousand: '万' }

/** Below ten thousand, as schools teach it: 3050 is 三千零五十. */
function section(value: number, script: typeof plain): string {
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += (gap ? '零' : '') + script.digits.charAt(digit) + script.units[place]
      gap = false
    }
  }
  return text
}

function inChinese(value: number, script: typeof plain): string {
  const high = Math.floor(value / 10_000)
  const low = value % 10_000
  if (high === 0) return section(low, script)
  const zero = low > 0 && low < 1_000 ? '零' : ''
  return section(high, script) + script.tenThousand + zero + section(low, script)
}

const ones =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  const small =
    rest < 20
      ? (ones[rest - 1] ?? '')
      : [tens[Math.floor(rest / 10) - 2], ones[(rest % 10) - 1]].filter(Boolean).join('-')
  const head = hundreds > 0 ? `${ones[hundreds - 1]} hundred` : ''
  return [head, small].filter(Boolean).join(' and ')
}

function inEnglish(value: number): string {
  const groups: [number, string][] = [
    [Math.floor(value / 1_000_000), 'million'],
    [Math.floor(value / 1_000) % 1_000, 'thousand'],
  ]
  const large = groups
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${belowThousand(count)} ${word}`)
  const rest = belowThousand(value % 1_000)
  const and = large.length > 0 && value % 1_000 > 0 && value % 1_000 < 100 ? 'and ' : ''
  return [...large, rest && and + rest].filter(Boolean).join(' ')
}

const fullWidth = (text: string) =>
  text.replaceAll(/[\d.,]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

/** 1万2345, 3万零50; below ten thousand 1千2百. */
function mixed(value: number): string {
  const [high, low] = [Math.floor(value / 10_000), value % 10_000]
  if (high === 0) return String(low)
  if (low === 0) return `${high}万`
  return `${high}万${low < 1_000 ? '零' : ''}${low}`
}

/** Every way to write a whole number, by name. */
export const spellings: Readonly<Record<string, (value: number) => string>> = {
  digits: String,
  'grouped digits': (value) => value.toLocaleString('en'),
  'grouped with apostrophes': (value) => value.toLocaleString('en').replaceAll(',', "'"),
  'grouped as in India': (value) => value.toLocaleString('en-IN'),
  'full-width digits': (value) => fullWidth(String(value)),
  'grouped full-width digits': (value) => fullWidth(value.toLocaleString('en')),
  'digits with 万': mixed,
  'a decimal with 万': (value) => `${value / 10_000}万`,
  'a decimal with w': (value) => `${value / 10_000}w`,
  'a decimal with k': (value) => `${value / 1_000}k`,
  'Chinese words': (value) => inChinese(value, plain),
  'Chinese capitals': (value) => inChinese(value, capital),
  'English words': inEnglish,
}
