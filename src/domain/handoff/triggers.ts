import type { Severity } from '../tickets/ticket.ts'

/** What brings a person into the conversation. */
export const handoffTriggers = [
  'self_harm',
  'urgent',
  'vulnerable',
  'legal_or_media',
  'asked',
  'not_understood_twice',
  'not_found_twice',
  'abuse_continues',
  'automated_refusal',
] as const
export type HandoffTrigger = (typeof handoffTriggers)[number]

export interface HandoffRule {
  /** At most so many questions before the person is called. */
  questionsAllowed: 0 | 1
  priority: Severity
  /** How often it must have happened. */
  times: number
  /** Why the rule stands, for the people who review it. */
  because: string
}

/** The rules, most urgent first. */
export const handoffRules: Readonly<Record<HandoffTrigger, HandoffRule>> = {
  self_harm: {
    questionsAllowed: 0,
    priority: 'P1',
    times: 1,
    because: 'A life comes before a payment.',
  },
  urgent: {
    questionsAllowed: 0,
    priority: 'P1',
    times: 1,
    because: 'Fraud, unauthorised use and a broken limit of the law need a person at once.',
  },
  vulnerable: {
    questionsAllowed: 0,
    priority: 'P2',
    times: 1,
    because: 'Somebody who says they cannot cope is not sent through questions.',
  },
  legal_or_media: {
    questionsAllowed: 1,
    priority: 'P2',
    times: 1,
    because: 'A lawyer, the press or a regulator is answered by a person who may commit.',
  },
  asked: {
    questionsAllowed: 1,
    priority: 'P3',
    times: 1,
    because: 'Whoever asks for a person gets one; the one question is optional.',
  },
  not_understood_twice: {
    questionsAllowed: 0,
    priority: 'P3',
    times: 2,
    because: 'A third try would only annoy.',
  },
  not_found_twice: {
    questionsAllowed: 0,
    priority: 'P3',
    times: 2,
    because: 'Two look-ups without a result while money is missing.',
  },
  abuse_continues: {
    questionsAllowed: 0,
    priority: 'P4',
    times: 2,
    because: 'One offer to calm down, then a person decides.',
  },
  automated_refusal: {
    questionsAllowed: 0,
    priority: 'P3',
    times: 1,
    because: 'PIPL art. 24: a right to an explanation and to refuse a purely automated decision.',
  },
}

/** What is known about the conversation when the rules are asked. */
export interface HandoffFacts {
  selfHarm?: boolean | undefined
  severity?: Severity | undefined
  vulnerable?: boolean | undefined
  legalOrMedia?: boolean | undefined
  asked?: boolean | undefined
  failedUnderstandings?: number | undefined
  lookUpsWithoutResult?: number | undefined
  /** In minor units; without money at stake nothing is escalated for want of a record. */
  amountMinor?: number | undefined
  abusiveMessages?: number | undefined
  /** We declined something by rule alone, with an effect on the customer. */
  automatedRefusal?: boolean | undefined
}

/** The most urgent trigger that is met, or undefined. */
export function handoffTrigger(facts: HandoffFacts): HandoffTrigger | undefined {
  return handoffTriggers.find((trigger) => counts[trigger](facts) >= handoffRules[trigger].times)
}

const counts: Readonly<Record<HandoffTrigger, (facts: HandoffFacts) => number>> = {
  self_harm: ({ selfHarm }) => Number(selfHarm ?? false),
  urgent: ({ severity }) => Number(severity === 'P1'),
  vulnerable: ({ vulnerable }) => Number(vulnerable ?? false),
  legal_or_media: ({ legalOrMedia }) => Number(legalOrMedia ?? false),
  asked: ({ asked }) => Number(asked ?? false),
  not_understood_twice: ({ failedUnderstandings }) => failedUnderstandings ?? 0,
  not_found_twice: ({ lookUpsWithoutResult, amountMinor }) =>
    (amountMinor ?? 0) > 0 ? (lookUpsWithoutResult ?? 0) : 0,
  abuse_continues: ({ abusiveMessages }) => abusiveMessages ?? 0,
  automated_refusal: ({ automatedRefusal }) => Number(automatedRefusal ?? false),
}
