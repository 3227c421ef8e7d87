import type { SupportEntity, VerdictEntity } from '../domain/support-entity.ts'
import type { JsonObject } from '../ports/json.ts'
import type { LoggedActivity } from '../ports/store.ts'

/** Every verdict the customer was told, oldest first. */
export function verdictsIn(log: readonly LoggedActivity[]): VerdictEntity[] {
  return log
    .filter(({ direction }) => direction === 'out')
    .flatMap(({ activity }) => entitiesOf(activity))
    .filter((entity): entity is VerdictEntity => entity.type === 'support/verdict')
}

const mostQuestions = 12

/** What the bot asked, each with what the customer wrote next; the latest ones, oldest first. */
export function questionsIn(
  log: readonly LoggedActivity[],
): { question: string; answer?: string | undefined }[] {
  return log
    .flatMap((entry, index) => {
      const { text } = entry.activity
      if (!isQuestion(entry) || typeof text !== 'string') return []
      return [{ question: text, answer: nextWords(log, index) }]
    })
    .slice(-mostQuestions)
}

function isQuestion({ direction, activity }: LoggedActivity): boolean {
  return direction === 'out' && activity.inputHint === 'expectingInput'
}

/** The customer's words before the bot asks the next thing. */
function nextWords(log: readonly LoggedActivity[], from: number): string | undefined {
  for (const entry of log.slice(from + 1)) {
    if (isQuestion(entry)) return undefined
    const { text, type } = entry.activity
    if (entry.direction === 'in' && type === 'message') return String(text ?? '')
  }
  return undefined
}

/** Our own entities of an activity of the log. */
function entitiesOf({ entities }: JsonObject): SupportEntity[] {
  return Array.isArray(entities) ? (entities as unknown as SupportEntity[]) : []
}
