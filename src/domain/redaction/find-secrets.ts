import type { Edit } from './edit.ts'
import type { Label, LabelKind } from './labels.ts'
import { hiddenMark } from './marks.ts'
import type { Survey, TextNumber } from './numbers.ts'
import type { RedactionKind } from './redaction-kind.ts'

interface SecretRule {
  kind: RedactionKind
  shortest: number
  longest: number
}

/** How many digits each secret may have. */
const rules: Partial<Record<LabelKind, SecretRule>> = {
  cvv: { kind: 'cvv', shortest: 3, longest: 4 },
  otp: { kind: 'otp', shortest: 4, longest: 8 },
  pin: { kind: 'pin', shortest: 4, longest: 12 },
  password: { kind: 'password', shortest: 4, longest: 30 },
}

/** Words between a label and its value that say "here it is". */
const FILLER =
  /^(?:is|was|it'?s|are|my|the|their|your|a|this|that|they|sent|me|you|got|i|have|received|just|here|as|of|number|code|pin|value|sms|card|same|for|it|no|on|是|就|为|我|你|您|的|给|发|告诉|收|到|刚|才|输|入|填|写|了|这|个|应该|如下|显示|短信|号码?|数字|等于|用|设|成|改|里|上|[^\p{L}0-9])*$/iu
/** Words that say the number is money or something else after all. */
const OTHERWISE =
  /刷|付|转|扣|退|元|块|没|未|不|错|次|尾|分钟|秒|paid|pay|amount|charge|transfer|order|ref|last|wrong|error|times|never|not|didn|still|after|minutes|seconds/i
/** Copula between a value and the label after it: "123 is my cvv", "482913是验证码". */
const BACKWARDS =
  /^ ?(?:(?:is|was|as|是|为|=|就是|作为)(?: ?(?:my|the|a|an|your|this|我的|短信|那个|收到的))*|[(（“"'])? ?(?:the )?$/i
const SHOWN =
  /(?:show|error|return|declin|respon|reject|display|got|get|fail|with|print)\w{0,6}[^。.!?]{0,16}$/i

/** Card codes, one-time codes and PINs, by the label before or after them. */
export function findSecrets(survey: Survey): Edit[] {
  const edits: Edit[] = []
  const { numbers, labels } = survey
  let next = 0
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at]
    if (!number) continue
    while ((labels[next]?.start ?? Number.POSITIVE_INFINITY) < number.end) next += 1
    const row = digitsFrom(numbers, at)
    const edit = afterLabel(survey, row) ?? beforeLabel(survey, number, labels[next])
    if (!edit) continue
    edits.push(edit)
    if (edit.end > number.end) at += row.length - 1
  }
  return edits
}

/** Single digits in a row are one value: `1 2 3`, `一 二 三`; so are two halves: `482 913`. */
function digitsFrom(numbers: readonly TextNumber[], at: number): TextNumber[] {
  const row: TextNumber[] = []
  for (const number of numbers.slice(at, at + 8)) {
    const follows = row.length === 0 || (!number.ownLabel && number.label === row[0]?.label)
    const sizes = row.length === 0 || number.digits.length === row[0]?.digits.length
    if (!follows || !sizes || (row.length > 0 && number.digits.length > 3)) break
    row.push(number)
    if (number.gap.kind !== 'light' || number.gap.text.length > 2) break
  }
  return row
}

function afterLabel(survey: Survey, row: readonly TextNumber[]): Edit | undefined {
  const first = row[0]
  if (!first?.ownLabel || !first.label) return undefined
  const rule = ruleOf(survey, first.label, first)
  if (!rule || !speaksOfValue(survey.glyphs.slice(first.label.end, first.start))) return undefined
  return fitting(row, rule) ?? fitting([first], rule)
}

function fitting(row: readonly TextNumber[], rule: SecretRule): Edit | undefined {
  const length = row.reduce((sum, part) => sum + part.digits.length, 0)
  const start = row[0]?.start ?? 0
  const end = row.at(-1)?.end ?? start
  if (
    length < rule.shortest ||
    length > rule.longest ||
    row.some((part) => part.plain && length < 6)
  ) {
    return undefined
  }
  return { start, end, kinds: [rule.kind], mark: hiddenMark }
}

/** A security code of five digits and more is a one-time code; a bare "code" may be an error's. */
function ruleOf({ glyphs }: Survey, label: Label, number: TextNumber): SecretRule | undefined {
  const rule = rules[label.kind]
  if (rule?.kind === 'cvv' && number.digits.length > 4) return rules.otp
  if (rule?.kind !== 'otp') return rule
  const bare = /^code$/i.test(glyphs.slice(label.start, label.end))
  const shown = bare && SHOWN.test(glyphs.slice(Math.max(0, label.start - 30), label.start))
  return shown ? undefined : rule
}

function speaksOfValue(between: string): boolean {
  if (between.length <= 28 && FILLER.test(between)) return true
  return between.length <= 16 && !/[,，、.\n\uE002]/.test(between) && !OTHERWISE.test(between)
}

function beforeLabel(
  survey: Survey,
  number: TextNumber,
  label: Label | undefined,
): Edit | undefined {
  const rule = label && ruleOf(survey, label, number)
  if (!rule || number.ownLabel || number.plain || label.start - number.end > 16) return undefined
  const between = survey.glyphs.slice(number.end, label.start)
  const told = rule.kind === 'cvv' ? /^ ?$/.test(between) : false
  if (!told && (between.trim() === '' || !BACKWARDS.test(between))) return undefined
  return fitting([number], rule)
}
