import type { Locale } from '../../src/domain/locale.ts'
import {
  type Flow,
  finish,
  type Message,
  type Said,
  type Turn,
  wants,
  wantsSurely,
} from '../flow.ts'
import type { Memory } from '../memory.ts'
import { wordsFor } from '../talk-to-a-person/words-for.ts'
import { asksSomething } from '../words/asks-something.ts'
import { en, type SmallTalkTexts } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

export const smallTalkTexts: Record<Locale, SmallTalkTexts> = { en, 'zh-CN': zhCn }

/** "What can I look up?": asks for anything; unless another question waits anyway. */
export function askingFreely(text: string, { question, suspended }: Memory): Message {
  return question || suspended.length > 0
    ? { text }
    : { text, entities: [{ type: 'support/question', slot: 'other' }] }
}

/** Greetings, thanks, goodbyes, and what is not ours to answer. */
export const smallTalk: Flow = {
  name: 'small-talk',
  intents: ['greeting', 'thanks', 'goodbye', 'resolved_close', 'bot_identity', 'out_of_scope'],
  async turn({ said, memory, actions }) {
    const words = wordsFor(smallTalkTexts, memory)
    const say = (text: string) => finish(memory, [{ text }])
    const wonder = (text: string) => finish(memory, [askingFreely(text, memory)])
    if (isSettled(said, memory)) return closed(memory, words.resolved)
    if (wants(said, 'thanks')) return say(words.thanks)
    if (wants(said, 'goodbye')) return leftOpen(memory, words.goodbye)
    if (wants(said, 'bot_identity')) return say(words.bot)
    // "Hello" in the middle of something: the question that waits is answer enough.
    if (wants(said, 'greeting') && memory.suspended.length > 0) return finish(memory, [])
    if (wants(said, 'greeting')) return wonder(memory.greeted ? words.welcomeBack : words.welcome)
    // Whoever writes the articles learns what is asked in vain.
    if (asksSomething(said.text)) actions.noteQuestion({ outcome: 'unknown' })
    return wonder(words.outOfScope)
  },
}

/** A question that waits is dropped only for a plain word that the matter is over. */
function isSettled(said: Said, { suspended }: Memory): boolean {
  const waits = suspended.length > 0
  return waits ? wantsSurely(said, 'resolved_close') : wants(said, 'resolved_close')
}

/** The money is there: what was still to be asked about it is asked no more. */
function closed(memory: Memory, text: string): Turn {
  return finish({ ...memory, suspended: [] }, [{ text }])
}

/** Who says goodbye is not asked again; whatever they answer later still answers. */
function leftOpen(memory: Memory, text: string): Turn {
  const waiting = memory.suspended.at(-1)
  const { memory: rest } = finish({ ...memory, suspended: memory.suspended.slice(0, -1) }, [])
  return { say: [{ text }], leavesOpen: waiting, memory: rest }
}
