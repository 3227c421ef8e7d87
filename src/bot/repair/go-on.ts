import { catalogue } from '../../../dialogs/catalogue.ts'
import type { Scene, Turn } from '../../../dialogs/flow.ts'
import type { Memory, OpenQuestion } from '../../../dialogs/memory.ts'
import { repairTexts } from '../../../dialogs/repair/texts.ts'
import type { SupportEntity } from '../../domain/support-entity.ts'

/** At most so many questions wait behind the open one; of more, the oldest is let go. */
const mostSuspended = 3

/** The open question set aside while something else is done. */
export function setAside(memory: Memory): Memory {
  const { question } = memory
  if (!question) return memory
  const others = memory.suspended.filter(({ name }) => name !== question.name)
  return {
    ...memory,
    question: undefined,
    suspended: [...others, question].slice(-mostSuspended),
  }
}

/** When nothing else is asked, the question that was set aside last is put again. */
export async function resume(turn: Turn, scene: Scene): Promise<Turn> {
  const { suspended } = turn.memory
  const last = suspended.at(-1)
  if (!last || turn.ask || turn.leavesOpen) return turn
  const rest = { ...turn.memory, suspended: suspended.slice(0, -1) }
  if (endsThread(turn, scene.memory)) return { ...turn, memory: { ...rest, suspended: [] } }
  const memory = { ...rest, flow: last.flow, questionCount: scene.memory.questionCount }
  if (isAnswered(last, memory))
    return append(turn, await catalogue[last.flow].turn({ ...scene, said: silence(scene), memory }))
  const [backTo] = repairTexts[memory.locale].backTo
  return { ...turn, ask: { ...last, lead: backTo }, memory }
}

/** A person was called, a complaint filed, fraud found: the old question is no longer the point. */
function endsThread({ say, memory }: Turn, before: Memory): boolean {
  const filed = memory.ticketNos.length > before.ticketNos.length
  return filed || say.some(({ entities }) => entities?.some(isFinal))
}

function isFinal(entity: SupportEntity): boolean {
  if (entity.type === 'support/verdict') return entity.stage === 'FRAUD'
  return entity.type === 'support/handoff'
}

/** What was asked has been told in the meantime. */
function isAnswered({ slot }: OpenQuestion, { facts }: Memory): boolean {
  return slot in facts && facts[slot as keyof Memory['facts']] !== undefined
}

/** Nothing was said to the flow that goes on. */
function silence({ memory }: Scene): Scene['said'] {
  return { text: '', understood: { language: memory.locale, intents: [], entities: [], cues: [] } }
}

function append(first: Turn, second: Turn): Turn {
  return { ...second, say: [...first.say, ...second.say] }
}

/** Answers a message as if it were all that was said. */
export type Respond = (text: string, memory: Memory) => Promise<Turn>

/** The wishes that wait, one after the other, as long as nothing else is asked. */
export async function workOff(turn: Turn, respond: Respond): Promise<Turn> {
  const [next, ...later] = turn.memory.queued
  if (next === undefined || turn.ask || turn.leavesOpen) return turn
  const memory = { ...turn.memory, queued: later }
  if (turn.say.some(({ entities }) => entities?.some(isFinal))) return { ...turn, memory }
  const introduced = { ...turn, say: [...turn.say, { text: repairTexts[memory.locale].nextWish }] }
  return workOff(append(introduced, await respond(next, memory)), respond)
}
