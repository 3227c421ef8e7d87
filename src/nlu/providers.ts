import { matchesOf } from '../domain/matches.ts'
import { type PaymentCompany, paymentCompanies } from '../domain/payment-companies.ts'
import { type EntityStep, spanAt } from './entity-step.ts'

/** Names that are also words: they count alone, or beside what such a company has or does. */
const alsoWords = ['stripe', 'square', 'toast', 'clover', 'dojo', 'sum up']

const belongs =
  '(?:account|app|balance|card|checkout|dashboard|deposit|fee|hold|machine|money|payment|payout|pos|reader|refund|register|settlement|support|terminal|transfer)s?\\b'
const by = '\\b(?:by|from|through|using|use|via|with|on)\\s'

/** Chinese names that are also words: 赶快钱没到, 加我微信. */
const onlyWith: Readonly<Record<string, string>> = {
  快钱: '(?<![赶尽很最越飞加])快钱(?=$|支付|平台|公司|的|pos|机)',
  微信: '微信(?=支付|收|付|商户|提现|扫|退款|零钱|钱包|转账)|(?<=用)微信',
  银联: '银联(?!商务|卡|标)',
}

function patternOf(name: string): string {
  if (onlyWith[name]) return onlyWith[name]
  if (!/^[a-z]/.test(name)) return name
  if (!alsoWords.includes(name)) return `\\b${name}\\b`
  return `${name}(?=[\\s.!?]{0,3}$)(?<=^\\s{0,3}${name})|\\b${name}(?=(?:'s)? ${belongs}|[\\u4e00-\\u9fff])|(?<=${by})${name}\\b(?! (?:on|up)\\b)`
}

const idOf = new Map(paymentCompanies.flatMap(({ id, names }) => names.map((name) => [name, id])))

/** The longer names first: 银联商务 is not 银联. */
const anyCompany = new RegExp(
  [...idOf.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(patternOf)
    .join('|'),
  'g',
)

/** Payment companies that are named. */
export const providers: EntityStep = ({ reading }) =>
  Array.from(matchesOf(reading.low, anyCompany), ({ 0: name, index }) => ({
    type: 'provider' as const,
    ...spanAt(reading, index, index + name.length),
    value: idOf.get(name) ?? name,
  }))

/** The names of companies of these kinds, as alternatives of a pattern. */
export function companyNames(...kinds: PaymentCompany['kind'][]): string {
  return paymentCompanies
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ names }) => names)
    .join('|')
}
