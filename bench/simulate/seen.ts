import type { SupportEntity } from '../../src/domain/support-entity.ts'
import type { Bubble } from '../../test/support/talk.ts'
import type { Expected } from './case.ts'

type Of<T extends SupportEntity['type']> = Extract<SupportEntity, { type: T }>

export function entitiesIn<T extends SupportEntity['type']>(
  bubbles: readonly Bubble[],
  type: T,
): Of<T>[] {
  return bubbles
    .flatMap(({ entities }) => entities)
    .filter((each): each is Of<T> => each.type === type)
}

/** The open question of a turn, by its published part. An offer is one too. */
export function questionOf(bubbles: readonly Bubble[]): Of<'support/question'> | undefined {
  return entitiesIn(bubbles, 'support/question').at(-1)
}

/** What of the expected end state is not there; empty when the wish is fulfilled. */
export function missingOf(expected: Expected, turns: readonly Bubble[][]): string[] {
  const missing = missingParts(expected, turns)
  if (missing.length === 0 || !expected.or) return missing
  return missingOf(expected.or, turns).length === 0 ? [] : missing
}

function missingParts(expected: Expected, turns: readonly Bubble[][]): string[] {
  const all = turns.flat()
  return [
    ...missingVerdict(expected, all),
    ...missingTicket(expected, all),
    ...(expected.handoff && entitiesIn(all, 'support/handoff').length === 0 ? ['no person'] : []),
    ...(expected.warnedFirst && !isWarnedFirst(turns[0] ?? []) ? ['not warned first'] : []),
    ...missingWords(expected, all),
  ]
}

function missingVerdict(expected: Expected, all: readonly Bubble[]): string[] {
  const { causes, stages, transactionIds, promise } = expected
  if (!causes && !stages) return []
  const last = entitiesIn(all, 'support/verdict').at(-1)
  if (!last) return ['no verdict']
  const { transactionId = 'no payment', cause, stage, expectedBy = 'nothing' } = last
  const isLate = promise !== undefined && Date.parse(expectedBy) !== Date.parse(promise)
  return [
    ...unless(!transactionIds || transactionIds.includes(transactionId), `about ${transactionId}`),
    ...unless(!causes || causes.includes(cause), `cause ${cause}`),
    ...unless(!stages || stages.includes(stage), `stage ${stage}`),
    ...unless(!isLate, `promised ${expectedBy}, due ${promise}`),
  ]
}

function unless(right: boolean, what: string): string[] {
  return right ? [] : [what]
}

function missingTicket({ ticket, ticketState }: Expected, all: readonly Bubble[]): string[] {
  if (!ticket) return []
  const last = entitiesIn(all, 'support/ticket').at(-1)
  if (ticket === 'none') return last ? [`a ticket ${last.category}`] : []
  if (!last) return ['no ticket']
  if (ticket !== 'any' && last.category !== ticket) return [`ticket ${last.category}`]
  return ticketState && last.state !== ticketState ? [`ticket ${last.state}`] : []
}

function missingWords({ articles, says }: Expected, all: readonly Bubble[]): string[] {
  const missing = []
  if (says && !all.some(({ text }) => text.includes(says))) missing.push('not explained')
  if (articles) {
    const ids = entitiesIn(all, 'support/answer').flatMap((each) =>
      each.articles.map(({ id }) => id),
    )
    const found = articles.some((article) => ids.some((id) => id.endsWith(article)))
    if (!found) missing.push(ids.length > 0 ? `answered from ${ids.join(', ')}` : 'no article')
  }
  return missing
}

/** A warning or the steps that stop the loss come before anything else, and nothing is asked. */
function isWarnedFirst(bubbles: readonly Bubble[]): boolean {
  const [first] = bubbles
  if (!first || questionOf(bubbles)) return false
  return first.entities.some(
    (each) =>
      each.type === 'support/warning' ||
      (each.type === 'support/verdict' && each.stage === 'FRAUD'),
  )
}
