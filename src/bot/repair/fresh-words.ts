import type { Ask, Message, Turn } from '../../../dialogs/flow.ts'
import type { Memory } from '../../../dialogs/memory.ts'
import { repairTexts } from '../../../dialogs/repair/texts.ts'
import { smallTalkTexts } from '../../../dialogs/small-talk/flow.ts'
import { withoutMoment } from '../../../dialogs/verdict/state-verdict.ts'

/**
 * Nobody likes to hear the same sentence twice in a row: what was said a moment ago is said in other
 * words, or with a word that shows it is said again.
 */
export function inFreshWords(turn: Turn, before: Memory): Turn {
  const say = turn.say.map((message) => fresh(message, before))
  return { ...turn, say, ask: turn.ask && freshQuestion(turn.ask, before, turn.memory) }
}

function fresh(message: Message, { lastReply, locale }: Memory): Message {
  const said = lastReply.map(withoutMoment)
  if (!said.includes(withoutMoment(message.text))) return message
  const other = anotherWay(message.text, lastReply, locale)
  if (other) return { ...message, text: other }
  const types = message.entities?.map(({ type }) => type) ?? []
  // A refusal is not looked up again.
  const isVerdict = types.includes('support/verdict') && !types.includes('support/warning')
  const { unchanged, asSaid } = repairTexts[locale]
  return { ...message, text: `${isVerdict ? unchanged : asSaid}${message.text}` }
}

/** Small talk has several ways to say it. */
function anotherWay(text: string, lastReply: string[], locale: Memory['locale']) {
  const words = smallTalkTexts[locale]
  const name = Object.entries(words).find(([, value]) => value === text)?.[0]
  return words.others[name ?? '']?.find((way) => !lastReply.includes(way))
}

const details = ['amount', 'date', 'time', 'last4', 'rrn', 'orderNo', 'authCode'] as const

function tellsMore({ facts }: Memory, before: Memory): boolean {
  return details.some((name) => JSON.stringify(facts[name]) !== JSON.stringify(before.facts[name]))
}

/** A question that waits already is led in, unless it brings words of its own: "Back to my question: …". */
function freshQuestion(ask: Ask, before: Memory, memory: Memory): Ask {
  const { question } = before
  if (!question || question.text !== ask.text) return ask
  if (ask.lead && ask.lead !== question.lead) return ask
  const { backTo, noted } = repairTexts[memory.locale]
  const leads = tellsMore(memory, before) ? noted : backTo
  const last = leads.indexOf(question.lead ?? '')
  return { ...ask, lead: leads[(last + 1) % leads.length] }
}
