import type { CaseFacts, ToldAmount } from '../src/domain/case-facts.ts'
import { addDays, localTime } from '../src/domain/local-time.ts'
import type { Entity, Understood } from '../src/ports/understanding.ts'

const referenceSlots = [
  'last4',
  'rrn',
  'orderNo',
  'authCode',
  'terminalId',
  'merchantId',
  'batchNo',
  'code',
  'country',
] as const

/** What is known after a message: what it names replaces what was named before. */
export function remember(
  facts: CaseFacts,
  understood: Understood,
  clock: { now: Date; timeZone: string },
): CaseFacts {
  const { entities } = understood
  return {
    ...facts,
    ...definedOnly({
      ...amounts(facts, understood),
      ...dates(entities, clock),
      role: last(entities, 'role')?.value,
      time: last(entities, 'time')?.iso,
    }),
    ...references(entities),
    cues: mergeCues(facts.cues, understood.cues),
  }
}

type EntityOf<T extends Entity['type']> = Extract<Entity, { type: T }>

function last<T extends Entity['type']>(entities: Entity[], type: T): EntityOf<T> | undefined {
  return entities.findLast((each): each is EntityOf<T> => each.type === type)
}

function definedOnly<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as Partial<T>
}

function references(entities: Entity[]): Partial<CaseFacts> {
  const named = entities.filter((each) => (referenceSlots as readonly string[]).includes(each.type))
  return Object.fromEntries(named.map((each) => [each.type, 'value' in each ? each.value : '']))
}

/**
 * The sale is the amount without a role; "9,940 of 10,000" names what arrived and the sale, "it
 * should be 1,688 and the slip says 168" the sale and what was keyed in.
 */
function amounts(facts: CaseFacts, { entities, intents }: Understood): Partial<CaseFacts> {
  const named = withoutDifference(entities.filter((each) => each.type === 'amount'))
  const of = (role: string | undefined) => named.findLast((each) => each.role === role)
  const missing = intents[0]?.name === 'money_not_arrived'
  // "10,000 has not arrived" names the sale, not what came.
  const received = missing ? undefined : named.find((each) => each.role === 'received')
  const held = intents.some(({ name }) => name === 'preauth_hold')
  const other = (missing && of('received')) || (held && of('fee')) || undefined
  const recorded = of('recorded')
  const sale = of('sale') ?? of(undefined) ?? recorded ?? other
  return {
    amount: sale ? told(sale) : facts.amount,
    received: received ? told(received) : facts.received,
    recorded: recorded && recorded !== sale ? told(recorded) : facts.recorded,
    ...(sale ? { otherAmounts: alternatives(named, [sale, received]) } : {}),
  }
}

const mostAlternatives = 2

/** "A hold of 125, and I only pumped 40": either may be what the record says. */
function alternatives(
  named: EntityOf<'amount'>[],
  taken: readonly (EntityOf<'amount'> | undefined)[],
): ToldAmount[] {
  return named
    .filter((each) => !taken.includes(each) && (each.role === 'sale' || each.role === undefined))
    .map(told)
    .slice(0, mostAlternatives)
}

/** "8,000 but only 7,966.60, they took 33.40": what is missing between two sums is no third sale. */
function withoutDifference(named: EntityOf<'amount'>[]): EntityOf<'amount'>[] {
  const isGap = (minor: number) =>
    named.some((a) => named.some((b) => b.minor !== minor && a.minor - b.minor === minor))
  return named.length > 2 ? named.filter(({ minor }) => !isGap(minor)) : named
}

function told(entity: EntityOf<'amount'>): ToldAmount {
  return { minor: entity.minor, currency: entity.currency, approximate: entity.approximate }
}

/** "The 18th, and still nothing today": the first day named that is not just now. */
function dayOfSale(entities: Entity[], today: string): EntityOf<'date'> | undefined {
  const all = entities.filter((each) => each.type === 'date')
  const past = all.filter(({ iso }) => iso <= today)
  const named = past.length > 0 ? past : all
  return named.find(({ iso }) => iso !== today) ?? named[0]
}

/** A day that was named, or one counted back from "three days now" with a day to either side. */
function dates(entities: Entity[], clock: { now: Date; timeZone: string }): Partial<CaseFacts> {
  const date = dayOfSale(entities, localTime(clock.now, clock.timeZone).day)
  if (date) return { date: date.iso, otherDates: date.alternatives ?? [] }
  const elapsed = last(entities, 'elapsed')
  return elapsed
    ? { elapsedDays: Math.round(elapsed.days), ...countedBack(elapsed.days, clock) }
    : {}
}

function countedBack(days: number, { now, timeZone }: { now: Date; timeZone: string }) {
  const today = localTime(now, timeZone).day
  const day = addDays(today, -Math.round(days))
  return {
    date: day,
    otherDates: [addDays(day, -1), addDays(day, 1)].filter((each) => each <= today),
  }
}

const opposites: Partial<Record<string, string>> = {
  bank_debited: 'bank_not_debited',
  bank_not_debited: 'bank_debited',
  account_changed: 'account_not_changed',
  account_not_changed: 'account_changed',
  slip_other_name: 'slip_name_matches',
  slip_name_matches: 'slip_other_name',
  original_line_gone: 'both_lines_present',
  both_lines_present: 'original_line_gone',
}

/** What was said last counts: a statement takes its opposite back. */
function mergeCues(before: CaseFacts['cues'], now: CaseFacts['cues']): CaseFacts['cues'] {
  const kept = before.filter((cue) => !now.some((each) => opposites[each] === cue))
  return [...new Set([...kept, ...now])]
}
