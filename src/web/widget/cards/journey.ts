import { type DatedStation, type Stage, stationNames } from '../../../domain/stage.ts'

export type StepState = 'done' | 'current' | 'stopped' | 'idle'
export type Tone = 'good' | 'wait' | 'bad' | 'plain'

/** The five steps of money: paid, cleared, settled, paid out, in the account. */
type Journey = readonly [StepState, StepState, StepState, StepState, StepState]

/**
 * How far the money is, as far as the stage alone tells. Between payment and payout a record need
 * not say whether clearing is over, so both middle steps are shown as going on.
 */
const journeys: Record<Stage, Journey | undefined> = {
  NOT_FOUND: undefined,
  FRAUD: undefined,
  DECLINED: ['stopped', 'idle', 'idle', 'idle', 'idle'],
  UNKNOWN_OUTCOME: ['current', 'idle', 'idle', 'idle', 'idle'],
  REVERSED: undefined,
  AUTH_HOLD: ['current', 'idle', 'idle', 'idle', 'idle'],
  DISPUTED: undefined,
  REFUNDING: undefined,
  REFUND_FAILED: undefined,
  REFUNDED: undefined,
  PAYOUT_FAILED: ['done', 'done', 'done', 'stopped', 'idle'],
  CREDITED: ['done', 'done', 'done', 'done', 'done'],
  PAYOUT_SENT: ['done', 'done', 'done', 'done', 'current'],
  PAYOUT_IN_TRANSIT: ['done', 'done', 'done', 'current', 'idle'],
  HELD_RISK: ['done', 'done', 'stopped', 'idle', 'idle'],
  NETTED: ['done', 'done', 'done', 'idle', 'idle'],
  SETTLING_ON_TIME: ['done', 'current', 'current', 'idle', 'idle'],
  SETTLING_OVERDUE: ['done', 'current', 'current', 'idle', 'idle'],
}

const bad: readonly Stage[] = [
  'DECLINED',
  'PAYOUT_FAILED',
  'REFUND_FAILED',
  'SETTLING_OVERDUE',
  'FRAUD',
]
/** What goes as it should counts as good news too, though it is not over. */
const good: readonly Stage[] = [
  'CREDITED',
  'REFUNDED',
  'REFUNDING',
  'SETTLING_ON_TIME',
  'PAYOUT_IN_TRANSIT',
  'PAYOUT_SENT',
]
const plain: readonly Stage[] = ['NOT_FOUND', 'REVERSED']

/** Undefined when the stage has no place on the way to the merchant's account. */
export function journeyOf(stage: Stage): Journey | undefined {
  return journeys[stage]
}

/** A station's date: the day, and whether it is still to come. */
export interface StationDate {
  at: string
  isExpected: boolean
}

/** The date of each of the five steps, in their order; undefined where none is known. */
export function stationDates(
  stations: readonly DatedStation[] | undefined,
): (StationDate | undefined)[] {
  return stationNames.map((name) => {
    const dated = stations?.find(({ station }) => station === name)
    return dated && { at: dated.at, isExpected: dated.expected === true }
  })
}

/** The mood of a stage: how it is coloured, always beside words. */
export function toneOf(stage: Stage): Tone {
  if (bad.includes(stage)) return 'bad'
  if (good.includes(stage)) return 'good'
  return plain.includes(stage) ? 'plain' : 'wait'
}

/** Who has the money at a stage; undefined where that is not what the stage is about. */
export type Holder = 'payer' | 'company' | 'onTheWay' | 'bank' | 'yours'

const holders: Partial<Record<Stage, Holder>> = {
  AUTH_HOLD: 'payer',
  SETTLING_ON_TIME: 'company',
  SETTLING_OVERDUE: 'company',
  HELD_RISK: 'company',
  PAYOUT_FAILED: 'company',
  PAYOUT_IN_TRANSIT: 'onTheWay',
  PAYOUT_SENT: 'bank',
  CREDITED: 'yours',
}

export function holderOf(stage: Stage): Holder | undefined {
  return holders[stage]
}
