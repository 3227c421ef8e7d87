import { randomUUID } from 'node:crypto'
import {
  allCannedAnswers,
  cannedVariables,
  unknownVariables,
} from '../../../../dialogs/canned-answers/canned-answers.ts'
import { holdsAll, termsOf } from '../../../domain/search/tokens.ts'
import type { CannedAnswer, CannedAnswerRow } from '../../../ports/canned-answers.ts'
import { badArgument, Refusal } from '../../refusal.ts'
import type { ApiDependencies } from '../dependencies.ts'
import type { Caller } from '../operation.ts'
import { type ApiOperation, notFound, operation } from '../operation.ts'
import { cannedBody, cannedChange, cannedList, cannedQuery, cannedView } from './schemas.ts'

const path = '/api/v1/canned-answers'

/** Texts at hand for agents: those of the release and the desk's own. Leads write them. */
export function cannedAnswerOperations({ store, now }: ApiDependencies): ApiOperation[] {
  const all = async () => allCannedAnswers(await store.cannedAnswers())
  const save = async (answer: CannedAnswer, { name }: Caller) => {
    refuseUnknownVariables(answer.text)
    refuseTaken(answer, await all())
    const row: CannedAnswerRow = { ...answer, updatedAt: now().toISOString(), updatedBy: name }
    await store.saveCannedAnswer(row)
    return { cannedAnswer: row }
  }
  return [
    operation({
      method: 'GET',
      path,
      summary: 'Canned answers, by shortcut',
      role: 'agent',
      query: cannedQuery,
      answer: cannedList,
      run: async ({ query }) => {
        const shown = (await all()).filter(
          (each) =>
            (query.disabled === 'true' || !each.disabled) &&
            (query.locale === undefined || each.locale === query.locale) &&
            isAbout(each, query.q),
        )
        return { cannedAnswers: shown.toSorted((a, b) => a.shortcut.localeCompare(b.shortcut)) }
      },
    }),
    operation({
      method: 'POST',
      path,
      summary: 'Write a canned answer',
      role: 'lead',
      body: cannedBody,
      answer: cannedView,
      status: 201,
      run: ({ body, caller }) => save({ ...body, id: randomUUID() }, caller),
    }),
    operation({
      method: 'POST',
      path: `${path}/{id}`,
      summary: 'Change a canned answer; those of the release, too',
      role: 'lead',
      body: cannedChange,
      answer: cannedView,
      run: async ({ params, body, caller }) => {
        const before = (await all()).find(({ id }) => id === params.id)
        if (!before) throw notFound('canned answer')
        return save(changed(before, body), caller)
      },
    }),
  ]
}

function changed(
  before: CannedAnswer,
  change: Partial<Record<keyof CannedAnswer, unknown>>,
): CannedAnswer {
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  )
  return { ...before, ...given }
}

function isAbout({ shortcut, title, text }: CannedAnswer, q: string | undefined): boolean {
  if (!q || shortcut.startsWith(q.toLowerCase())) return true
  const terms = termsOf(q)
  return terms.length > 0 && holdsAll(terms, [shortcut, title, text])
}

function refuseUnknownVariables(text: string): void {
  const [unknown] = unknownVariables(text)
  if (unknown === undefined) return
  const known = cannedVariables.map((name) => `{{${name}}}`).join(', ')
  throw badArgument(`Nobody can fill in {{${unknown}}}. Accepted: ${known}.`)
}

/** Typing a shortcut must mean one text of a language. */
function refuseTaken(
  { id, shortcut, locale, disabled }: CannedAnswer,
  others: readonly CannedAnswer[],
): void {
  const taken = others.some(
    (each) =>
      each.id !== id && !each.disabled && each.locale === locale && each.shortcut === shortcut,
  )
  if (disabled || !taken) return
  throw new Refusal(409, 'ShortcutTaken', `Another answer in this language has ${shortcut}.`)
}
