import type { Memory } from '../../dialogs/memory.ts'
import { causeWords } from '../../dialogs/verdict/state-verdict.ts'
import type { Explanation } from '../actions/explain-payment.ts'
import type { JsonObject } from '../ports/json.ts'

/** What was known when a person was called: who, which payment, what was found and promised. */
export function factsAtCall(memory: Memory, explanation: Explanation | undefined): JsonObject {
  const { facts, verdict } = memory
  const cause = explanation?.diagnosis.cause ?? verdict?.cause
  return JSON.parse(
    JSON.stringify({
      language: memory.locale,
      role: facts.role,
      told: { ...facts, cues: facts.cues },
      transactionId: explanation?.evidence.record?.id ?? verdict?.transactionId,
      stage: explanation?.diagnosis.stage ?? verdict?.stage,
      cause,
      causeName: cause ? causeWords[memory.locale][cause].name : undefined,
      confidence: explanation?.diagnosis.candidates[0]?.probability,
      ruledOut: explanation?.diagnosis.ruledOut.map((each) => each.cause),
      promised: { expectedBy: verdict?.expectedBy, ticketFrom: verdict?.ticketFrom },
      tickets: memory.ticketNos,
      asked: Object.keys(memory.asked),
      upset: memory.abusive > 0,
    }),
  )
}
