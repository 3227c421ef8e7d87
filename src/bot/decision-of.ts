import type { Turn } from '../../dialogs/flow.ts'
import type { FlowName, Memory } from '../../dialogs/memory.ts'
import { skillFor } from '../domain/handoff/skills.ts'
import type { HandoffRow } from '../ports/store.ts'
import { factsAtCall } from './facts-at-call.ts'
import { writeMemory } from './memory-schema.ts'
import { renderTurn } from './render.ts'
import { type Effects, noEffects } from './turn-actions.ts'
import type { TurnDecision } from './turn-decision.ts'

/** What a turn says and changes, with the open question and the last words remembered. */
export function decisionOf(turn: Turn, effects: Effects = noEffects()): TurnDecision {
  const replies = renderTurn(turn)
  const { ask } = turn
  const flow: FlowName = turn.memory.flow ?? 'where-is-my-money'
  const memory: Memory = {
    ...turn.memory,
    greeted: true,
    question: ask
      ? { ...ask, choices: ask.choices ?? [], flow: ask.flow ?? flow, locale: turn.memory.locale }
      : turn.leavesOpen,
    offered: turn.offer && turn.memory.offered,
    judging: turn.offer && turn.memory.judging,
    // Only the very next words are its answer.
    rating: undefined,
    lastReply: turn.say.map(({ text }) => text),
  }
  return {
    state: writeMemory(memory),
    replies: [...replies, ...effects.notes],
    tickets: effects.tickets,
    questions: effects.questions,
    handoffs: effects.handoffs.map((row) =>
      row.state === 'queued' ? called(row, memory, effects) : row,
    ),
  }
}

/** What is known when the person is called goes with the call. */
function called(row: HandoffRow, memory: Memory, { tickets, explanation }: Effects): HandoffRow {
  const cause = explanation?.diagnosis.cause ?? memory.verdict?.cause
  const category = tickets.at(-1)?.category
  const skill = row.reason === 'fraud' ? 'fraud' : skillFor({ category, cause })
  return { ...row, language: memory.locale, skill, facts: factsAtCall(memory, explanation) }
}
