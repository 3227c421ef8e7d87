import { catalogue } from '../../../dialogs/catalogue.ts'
import { type Scene, type Turn, wants } from '../../../dialogs/flow.ts'
import { newCase } from '../../../dialogs/memory.ts'
import { remember } from '../../../dialogs/remember.ts'
import { repairTexts } from '../../../dialogs/repair/texts.ts'
import { currentPaymentFlow } from '../choose-flow.ts'
import { namesKey } from '../take-in.ts'
import { askWithdrawal } from './drop.ts'

/**
 * "I meant the 899 one", after a complaint was filed for another: the right payment is looked up at
 * once, and what becomes of the complaint is asked. Nothing else needs confirming.
 */
export async function correctAfterComplaint(scene: Scene): Promise<Turn | undefined> {
  const { said, memory, actions } = scene
  const no = memory.ticketNos.at(-1)
  if (!no || !memory.verdict || memory.question) return undefined
  if (!wants(said, 'correct_details') || !namesKey(said)) return undefined
  const base = newCase(memory)
  const facts = remember(base.facts, said.understood, actions)
  const flow = currentPaymentFlow(memory)
  const turn = await catalogue[flow].turn({ ...scene, memory: { ...base, flow, facts } })
  const found = turn.memory.verdict?.transactionId
  if (turn.ask || !found || found === memory.verdict.transactionId) return turn
  const text = repairTexts[memory.locale].askStillWanted(no)
  return { ...turn, ask: { ...askWithdrawal(no, memory), text } }
}
