import type { Message, Turn } from '../../../dialogs/flow.ts'
import { formatDay, formatMoment } from '../../../dialogs/format.ts'
import type { Memory } from '../../../dialogs/memory.ts'
import { repairTexts } from '../../../dialogs/repair/texts.ts'
import { localTime } from '../../domain/local-time.ts'
import { formatMoney } from '../../domain/money.ts'

/** Who comes back after so long may have lost the thread. */
const longSilenceMs = 4 * 3_600_000

interface Clock {
  now: Date
  timeZone: string
}

/** The customer was away for hours, and something was talked about or left open. */
export function comesBack(memory: Memory, { now }: Clock): boolean {
  const { lastAt, verdict, question } = memory
  if (!lastAt || !(verdict || question)) return false
  return now.getTime() - Date.parse(lastAt) >= longSilenceMs
}

const busy = ['support/warning', 'support/handoff']

/**
 * Says in a line where we were, before the turn goes on; not when it has begun something else, nor
 * when the very line was the last thing said before another silence.
 */
export function withRecap(turn: Turn, before: Memory, clock: Clock): Turn {
  const types = turn.say.flatMap(({ entities }) => entities?.map(({ type }) => type) ?? [])
  const isAnother = before.verdict && !turn.memory.verdict
  if (isAnother || types.some((type) => busy.includes(type))) return turn
  const recap = recapOf(before, turn.memory.locale, clock)
  return before.lastReply.includes(recap.text) ? turn : { ...turn, say: [recap, ...turn.say] }
}

function recapOf(memory: Memory, locale: Memory['locale'], { timeZone }: Clock): Message {
  const texts = repairTexts[locale]
  const day = formatDay(localTime(new Date(memory.lastAt ?? 0), timeZone).day, locale)
  const { verdict } = memory
  if (!verdict) return { text: texts.recapOpen(day) }
  const sum = verdict.amount ? formatMoney(verdict.amount, locale) : undefined
  const by = verdict.expectedBy ? formatMoment(verdict.expectedBy, locale, timeZone) : undefined
  return { text: texts.recap(day, sum, by) }
}
