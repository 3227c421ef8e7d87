import type { IntentName } from '../src/ports/understanding.ts'
import { chargedOrHeld } from './charged-or-held/flow.ts'
import { complaint } from './complaint/flow.ts'
import { contactChannels } from './contact-channels/flow.ts'
import { contingencyPlan } from './contingency-plan/flow.ts'
import type { Flow } from './flow.ts'
import { fraud } from './fraud/flow.ts'
import { knowledge } from './knowledge/flow.ts'
import type { FlowName } from './memory.ts'
import { posApplication } from './pos-application/flow.ts'
import { privacy } from './privacy/flow.ts'
import { responseCode } from './response-code/flow.ts'
import { riskHold } from './risk-hold/flow.ts'
import { smallTalk } from './small-talk/flow.ts'
import { talkToAPerson } from './talk-to-a-person/flow.ts'
import { terminalFault } from './terminal-fault/flow.ts'
import { whereIsMyMoney } from './where-is-my-money/flow.ts'

/** Every dialog, with the intents that start it. */
export const catalogue: Record<FlowName, Flow> = {
  'where-is-my-money': whereIsMyMoney,
  'charged-or-held': chargedOrHeld,
  'response-code': responseCode,
  'risk-hold': riskHold,
  'terminal-fault': terminalFault,
  complaint,
  'contact-channels': contactChannels,
  fraud,
  'pos-application': posApplication,
  'contingency-plan': contingencyPlan,
  'talk-to-a-person': talkToAPerson,
  privacy,
  knowledge,
  'small-talk': smallTalk,
}

/** The dialogs that work on one payment and share what is known of it. */
export const paymentFlows: readonly FlowName[] = [
  'where-is-my-money',
  'charged-or-held',
  'risk-hold',
  'terminal-fault',
]

/** The dialog that an intent starts. */
export function flowOf(intent: IntentName): Flow | undefined {
  return Object.values(catalogue).find(({ intents }) => intents.includes(intent))
}
