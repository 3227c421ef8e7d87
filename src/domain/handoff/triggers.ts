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

/** "How do I complain to the ombudsman?": a question, and as good a right as any. */
const asksTheWay =
  /(?:怎么|怎样|如何|哪里|哪儿|在哪|到哪|去哪|向谁|找谁|什么(?:电话|渠道|流程)|电话(?:是)?多少|能不能|可不可以|可以.{0,12}吗|[吗呢]\s*[?？]?\s*$)|\b(?:how|where|who(?:m)?|which|what)\b[^.!]{0,60}\b(?:complain\w*|report|file|contact|reach|go to|turn to|ombudsman|cfpb|fos|regulator|watchdog)\b|\b(?:can|could|may|do|should) i\b[^.!]{0,40}\b(?:complain\w*|report|file|go to|turn to)\b/iu
/** What makes it a threat, whatever else is asked in the same breath. */
const threatens =
  /(?:我|那我?)(?:要|会|就|现在就|马上|这就|准备|打算|已经)(?:去)?(?:投诉|举报|告|起诉|曝光|找)|再不|不然|否则|要不然|等着|起诉|律师|法院|诉讼|媒体|记者|曝光|\b(?:i(?:['’]ll| will|['’]m going to| am going to| shall)|we(?:['’]ll| will))\b|\b(?:or else|otherwise|unless|sue|suing|lawyer|solicitor|attorney|court|press|newspaper|journalist|media)\b/iu

/** A regulator is named only to be asked about: that is answered, and calls nobody. */
export function asksHowToComplain(text: string): boolean {
  return asksTheWay.test(text) && !threatens.test(text)
}
