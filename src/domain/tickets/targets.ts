import { alwaysOpen } from '../business-days.ts'
import type { Warning } from '../complaints/clock-warnings.ts'
import { toOffsetIso } from '../local-time.ts'
import { runningMs } from '../running-time.ts'
import {
  extendedByPauses,
  internalTargets,
  serviceLevels,
  type Target,
  type Workplace,
} from './service-levels.ts'
import { isOpen, type Ticket, type TicketEvent } from './ticket.ts'
import { endedAt, pausesOf } from './ticket-states.ts'

/** One of our own targets. Instants are ISO with offset; `metAt` once it was reached. */
export interface OwnTarget {
  dueAt: string
  warn: Warning
  metAt?: string | undefined
}

/** Our own service level for a ticket; a clock of the law prevails over all of it. */
export interface TicketTargets {
  acknowledge: OwnTarget
  firstTouch: OwnTarget
  /** Absent when nothing of the kind is aimed at, or the ticket has ended. */
  update?: OwnTarget | undefined
  resolve: OwnTarget
}

/** Where each target stands. Waiting for the customer moves them; they never move a clock. */
export function targetsOf(ticket: Ticket, now: Date, place: Workplace): TicketTargets {
  const { severity } = ticket
  const level = serviceLevels[severity]
  const from = startOf(ticket)
  const pauses = pausesOf(ticket)
  const judged = (
    since: string,
    dueAt: string,
    rest: { by: Target; metAt?: string | undefined },
  ) => {
    const due = extendedByPauses(
      dueAt,
      pauses.filter((each) => Date.parse(each.from) >= Date.parse(since)),
      now,
    )
    const { by, metAt } = rest
    const warn = warningOf({ from: new Date(since), due, by }, place, metAt ? new Date(metAt) : now)
    const late = warn === 'over'
    return {
      dueAt: toOffsetIso(due, place.timeZone),
      warn: metAt && !late ? ('none' as const) : warn,
      ...(metAt && { metAt }),
    }
  }
  const first = internalTargets(severity, new Date(from), place)
  const told = lastTold(ticket) ?? from
  const nextUpdate = internalTargets(severity, new Date(told), place).nextUpdateBy
  return {
    acknowledge: { dueAt: from, warn: 'none', metAt: from },
    firstTouch: judged(from, first.firstHumanTouchBy, {
      by: level.firstHumanTouch,
      metAt: firstTouch(ticket, from),
    }),
    ...(nextUpdate &&
      level.updateEvery &&
      isOpen(ticket.state) && { update: judged(told, nextUpdate, { by: level.updateEvery }) }),
    resolve: judged(from, first.resolveBy, { by: level.resolve, metAt: endedAt(ticket) }),
  }
}

/** Opened again, the targets begin again. */
function startOf({ history, createdAt }: Ticket): string {
  return history.findLast(({ event }) => event === 'reopened')?.at ?? createdAt
}

function firstTouch({ history }: Ticket, from: string): string | undefined {
  const since = Date.parse(from)
  return history.find(({ at, by }) => by === 'agent' && Date.parse(at) >= since)?.at
}

/** Events that the customer does not hear of. */
const silent = ['note', 'assigned', 'escalated', 'clock_half', 'clock_most', 'clock_over', 'rated']

function lastTold({ history }: Ticket): string | undefined {
  const told = ({ by, event }: TicketEvent) => by !== 'customer' && !silent.includes(event)
  return history.findLast(told)?.at
}

interface Stretch {
  from: Date
  due: Date
  by: Target
}

function warningOf({ from, due, by }: Stretch, place: Workplace, now: Date): Warning {
  if (now > due) return 'over'
  const calendar = by.unit === 'minutes' ? alwaysOpen : place.calendar
  const running = { calendar, timeZone: place.timeZone }
  const whole = runningMs(from, due, running)
  const share = whole === 0 ? 0 : runningMs(from, now, running) / whole
  if (share >= 0.8) return 'most'
  return share >= 0.5 ? 'half' : 'none'
}
