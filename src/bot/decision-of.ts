import type { Turn } from '../../dialogs/flow.ts'
import type { FlowName, Memory } from '../../dialogs/memory.ts'
import { factsCard } from './facts-card.ts'
import { writeMemory } from './memory-schema.ts'
import { renderTurn } from './render.ts'
import type { Effects } from './turn-actions.ts'
import type { TurnDecision } from './turn-decision.ts'

/** What a turn says and changes, with the open question and the last words remembered. */
export function decisionOf(
  turn: Turn,
  effects: Effects = { tickets: [], handoffs: [], explanations: [], questions: [] },
): TurnDecision {
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
    replies,
    tickets: effects.tickets,
    questions: effects.questions,
    handoffs: effects.handoffs.map((row) => ({
      ...row,
      facts: factsCard(memory, effects.explanation),
    })),
  }
}
