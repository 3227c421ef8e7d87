import type { Locale } from '../../src/domain/locale.ts'
import type { KnowledgeAnswer, KnowledgeResult } from '../../src/ports/knowledge-index.ts'
import { offerPlan } from '../contingency-plan/offer-plan.ts'
import { type Actions, type Flow, finish, type Message, type Scene, type Turn } from '../flow.ts'
import type { JudgedAnswer, Memory } from '../memory.ts'
import { en, type KnowledgeTexts } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

export const knowledgeTexts: Record<Locale, KnowledgeTexts> = { en, 'zh-CN': zhCn }

/** "What does T+1 mean?" and whatever else a reviewed article answers. */
export const knowledge: Flow = {
  name: 'knowledge',
  intents: ['knowledge_question'],
  turn: answerFromKnowledge,
}

/** Likely enough to be said at once; or twice as likely as the next (tuning split: 96 and 94 % right). */
const sure = 0.5
const farAhead = 2

/**
 * Answers from an article with its source, asks which of two or three was meant, or says honestly
 * that there is none. What became of the question is noted for those who write the articles.
 */
export async function answerFromKnowledge(scene: Scene): Promise<Turn> {
  const { said, memory, actions } = scene
  const answer = actions.searchKnowledge(said.text)
  const [best, second] = answer.results
  const texts = knowledgeTexts[memory.locale]
  if (!answer.answerable || !best) {
    actions.noteQuestion({ outcome: 'unknown' })
    return finish(memory, [{ text: texts.dontKnow }])
  }
  if (best.title === said.text.trim()) return saidOf(answer, scene)
  const ahead = best.score >= sure || best.score >= farAhead * (second?.score ?? 0)
  if (!ahead && isFree(memory)) {
    actions.noteQuestion({ outcome: 'offered', article: best.id })
    return offerChoice(answer, scene)
  }
  actions.noteQuestion({ outcome: 'answered', article: best.id })
  return saidOf(answer, scene)
}

/** The first article of an answer, and the question whether it was right. */
export function saidOf(answer: KnowledgeAnswer, scene: Scene): Turn {
  const { memory } = scene
  const [best] = answer.results
  if (!best) return finish(memory, [{ text: knowledgeTexts[memory.locale].dontKnow }])
  const turn = finish(memory, [articleMessage(best, answer.results, memory.locale)])
  if (!isFree(memory)) return turn
  const withPlan = offerPlan(turn, best.id)
  return withPlan.offer ? withPlan : withJudgement(turn, scene, answer)
}

/** Nothing waits to be asked again: then there is room for a question about the answer. */
function isFree({ question, suspended, queued }: Memory): boolean {
  return !question && suspended.length === 0 && queued.length === 0
}

/** Two or three titles to choose from; whoever asks something else is free to. */
function offerChoice({ results }: KnowledgeAnswer, { memory, actions }: Scene): Turn {
  const choices = results.map(({ title }) => ({ label: title, value: title }))
  const text = knowledgeTexts[memory.locale].unsure
  const [best] = results
  const judging: JudgedAnswer | undefined = best && {
    article: best.id,
    locale: best.locale,
    askedIn: actions.askedIn,
    asks: 'which',
  }
  return {
    ...finish({ ...memory, judging }, []),
    offer: { slot: 'other', name: 'which_article', text, choices },
  }
}

/** As likely as this, another article may have been meant. */
const conceivable = 0.05
const mostNext = 2

/** Titles to go on with: what may have been meant instead, then what belongs to the subject. */
function readNext(
  { id, locale }: KnowledgeResult,
  others: readonly KnowledgeResult[],
  actions: Actions,
): string[] {
  const near = others.filter((each) => each.locale === locale && each.score >= conceivable)
  const related = actions.article(id, locale)?.related ?? []
  const ids = new Set([...near.map((each) => each.id), ...related])
  const titles = [...ids].flatMap((each) => actions.article(each, locale)?.title ?? [])
  return titles.slice(0, mostNext)
}

function withJudgement(turn: Turn, { actions }: Scene, { results }: KnowledgeAnswer): Turn {
  const [best, ...others] = results
  if (!best) return turn
  const { memory } = turn
  const texts = knowledgeTexts[memory.locale]
  const more = restOf(best) === '' ? [] : [texts.more]
  const labels = [texts.right, texts.wrong, ...more, ...readNext(best, others, actions)]
  return {
    ...turn,
    memory: {
      ...memory,
      judging: {
        article: best.id,
        locale: best.locale,
        askedIn: actions.askedIn,
        asks: 'right',
      },
    },
    offer: {
      slot: 'satisfaction',
      name: 'is_answer_right',
      text: texts.isRight,
      choices: labels.map((label) => ({ label, value: label })),
    },
  }
}

/** Articles are Markdown; a chat bubble is plain text on every channel. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll('**', '')
    .replace(/^[-*] /gmu, '• ')
    .replace(/^#+ /gmu, '')
}

function passageOf({ summary, passage }: KnowledgeResult): string {
  return passage === summary ? '' : plainText(passage)
}

/** What an article says besides what was shown. */
function restOf({ body, passage, summary }: KnowledgeResult): string {
  const paragraphs = body.split(/\n{2,}/u)
  return paragraphs.filter((each) => each !== passage && each !== summary).join('\n\n')
}

/** The passage that answers, with the article as its citation. */
export function articleMessage(
  best: KnowledgeResult,
  results: readonly KnowledgeResult[],
  locale: Locale,
): Message {
  const words = knowledgeTexts[locale]
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
