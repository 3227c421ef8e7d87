/** How far a sentence is looked back into for what says that a day is to come. */
const reach = 80
const no = "(?<!\\b(?:not|never|no|did|didnt|doesnt|dont) |n['’]t )"
/** Verbs of plans and of duties; the nearer of these and of `done` tells. */
const planned = new RegExp(
  [
    "(?:\\b(?:will|won['’]?t|gonna|going to)|\\w['’]ll)\\b(?: (?:not|it|i|we|you|they|the \\w+))?(?: (?:be|have|get)(?: \\w+)?)?",
    '\\b(?:shall|must|needs?|wants? (?:it|them|to)|ha(?:ve|s) to|gotta|plan(?:ning)? to)\\b',
    '\\b(?:is|are)(?: (?:my|the|our|this|that))?(?: \\w+)? (?:arriving|landing|coming)\\b',
    "\\bshould (?!have|['’]ve|of)",
    `\\b(?:is|are|['’]re|['’]s|['’]m|am) (?:all )?(?:due|supposed|meant|expected|off|away|closed|open|scheduled|booked|(?!miss|wait|ask|look|talk|chas|show|say|sit|still|pend|stuck)[a-z]{2,10}ing)\\b`,
    `${no}\\b(?:goes?|comes?) out\\b|\\b(?:leaves|fly|flies|opens|closes|lands|arrives|expires)\\b|\\bgets? paid\\b`,
    '\\b(?:are|is) (?:you|we|they|it|the \\w+) (?:open|closed|shut)\\b',
    '\\bdo(?:es)? (?:you|it|we|they|the \\w+) (?:pay|open|close|settle|send)',
  ].join('|'),
  'g',
)
/** What is told of as done. */
const done =
  /\b(?:was|were|did|didn|took|taken|paid|sold|got|went|came|had|made|sent|said|told|ran|left|bought|been|happened|missing|stuck|would|since|sales?|purchase|transaction|[a-z]{2,}ed)\b/g
/** What is paid or sat on a day of its own; it is to come where nothing is told as done. */
const duty =
  /\b(?:payroll|rent|wages|payday|mortgage|exam|interview|appointment|flight|deadline|delivery)\b/

/** "Reply by the 30th", whatever was told before. */
const isAsked = /\b(?:reply|respond|answer|due) $/
/** "The sale from Friday", "my Friday takings". */
const ofDay = /\b(?:from|since|of|for|about|my|our|your|his|her|their|the|that|whole)\s$/

const lastEnd = (text: string, pattern: RegExp) =>
  Math.max(-1, ...Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => index + length))

/** What is said of a day: that it is to come, that it has been, or nothing. */
export type Tense = 'to come' | 'been' | undefined

function tenseOf(before: string): Tense {
  const [toCome, past] = [lastEnd(before, planned), lastEnd(before, done)]
  if (toCome < 0 && past < 0) return undefined
  return toCome >= past ? 'to come' : 'been'
}

/**
 * Whether the words in front of a day that was found say that it is still to come: "payroll is on Friday",
 * "I fly on the 30th". Friday's takings and the sale from Friday have been.
 */
export function tense({ input, index, 0: said }: RegExpExecArray): Tense {
  const behind = input.slice(index + said.length, index + said.length + 16)
  if (/^['’]s\b/.test(behind)) return 'been'
  const sentence = input.slice(Math.max(0, index - reach), index)
  const before = sentence.split(/[.!?;\n]/).at(-1) ?? ''
  if (ofDay.test(before)) return 'been'
  const told = tenseOf(before)
  if (isAsked.test(before) && /^by /.test(said)) return 'to come'
  const isWaitedFor = /^(?:before|by|until|till?) /.test(said) || duty.test(before)
  return told ?? (isWaitedFor ? 'to come' : undefined)
}
