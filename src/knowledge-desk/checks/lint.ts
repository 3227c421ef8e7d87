import { counted } from '../outcome.ts'
import { type Finding, rules } from './finding.ts'
import { checkLookAlikes } from './look-alikes.ts'
import { checkNeighbours } from './neighbours.ts'
import { checkText } from './one-text.ts'
import { readShelves, type ShelfText } from './shelf.ts'
import { checkTranslations } from './translations.ts'

/** Everything on the shelves, and everything there is to say about it. */
export interface LintResult {
  texts: ShelfText[]
  findings: Finding[]
}

/** Checks every article and every draft in a folder as of a day, `YYYY-MM-DD`. */
export async function lintKnowledge(knowledge: string, today: string): Promise<LintResult> {
  const texts = await readShelves(knowledge)
  const findings = [
    ...texts.flatMap((text) => checkText(text, today)),
    ...checkTranslations(texts),
    ...checkNeighbours(texts, today),
    ...checkLookAlikes(texts),
  ]
  return { texts, findings: findings.toSorted(byPlace) }
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line
}

/** The findings a line each, then a table of counts. Drafts are only counted unless asked for. */
export function reportOf({ texts, findings }: LintResult, withDrafts: boolean): string {
  const shown = withDrafts ? findings : findings.filter(({ isDraft }) => !isDraft)
  const lines = shown.map(
    ({ file, line, level, rule, text }) => `${file}:${line}: ${level}: ${rule}: ${text}`,
  )
  return [
    ...lines,
    ...(lines.length > 0 ? [''] : []),
    ...table(shown),
    '',
    ...counts(texts, findings),
  ].join('\n')
}

function table(findings: Finding[]): string[] {
  const count = (level: Finding['level'], rule?: string) =>
    findings.filter((each) => each.level === level && (rule ?? each.rule) === each.rule).length
  const row = (name: string, errors: string | number, warnings: string | number) =>
    `${name.padEnd(20)}${String(errors).padStart(8)}${String(warnings).padStart(10)}`
  return [
    row('', 'errors', 'warnings'),
    ...rules.map((rule) => row(rule, count('error', rule), count('warning', rule))),
    row('all', count('error'), count('warning')),
  ]
}

function counts(texts: ShelfText[], findings: Finding[]): string[] {
  const drafts = texts.filter(({ isDraft }) => isDraft)
  const faulty = new Set(findings.filter(({ level }) => level === 'error').map(({ file }) => file))
  const open = drafts.filter(({ file }) => faulty.has(file)).length
  const all = `${counted(texts.length - drafts.length, 'article')}, ${counted(drafts.length, 'draft')}`
  return [drafts.length > 0 ? `${all}, not ready: ${open}` : all]
}
