import type { Locale } from '../../src/domain/locale.ts'
import type { KnowledgeResult } from '../../src/ports/knowledge-index.ts'
import { offerPlan } from '../contingency-plan/offer-plan.ts'
import { type Flow, finish, type Message, type Scene, type Turn } from '../flow.ts'
import { en, type KnowledgeTexts } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

const texts: Record<Locale, KnowledgeTexts> = { en, 'zh-CN': zhCn }

/** "What does T+1 mean?" and whatever else a reviewed article answers. */
export const knowledge: Flow = {
  name: 'knowledge',
  intents: ['knowledge_question'],
  turn: answerFromKnowledge,
}

/** Answers from an article with its source, or says honestly that there is none. */
export async function answerFromKnowledge({ said, memory, actions }: Scene): Promise<Turn> {
  const answer = actions.searchKnowledge(said.text)
  const best = answer.results[0]
  if (!answer.answerable || !best) {
    return finish(memory, [{ text: texts[memory.locale].dontKnow }])
  }
  const turn = finish(memory, [articleMessage(best, answer.results, memory.locale)])
  return offerPlan(turn, best.id)
}

/** Articles are Markdown; a chat bubble is plain text on every channel. */
function passageOf({ summary, passage }: KnowledgeResult): string {
  if (passage === summary) return ''
  return passage.replaceAll('**', '').replace(/^[-*] /gmu, '• ')
}

/** The passage that answers, with the article as its citation. */
export function articleMessage(
  best: KnowledgeResult,
  results: readonly KnowledgeResult[],
  locale: Locale,
): Message {
  const words = texts[locale]
  const colon = locale === 'zh-CN' ? '：' : ': '
  const source = `${words.source}${colon}《${best.title}》 ${words.updated(best.updated)}`
  const plain = locale === 'zh-CN' ? source : source.replace(/《(.*)》/u, '“$1”.')
  return {
    text: [best.summary, passageOf(best), plain].filter(Boolean).join('\n\n'),
    entities: [
      {
        type: 'support/answer',
        articles: results.slice(0, 3).map(({ id, title, updated, score }) => ({
          id,
          title,
          updated,
          score,
        })),
      },
    ],
  }
}
