import type { Locale } from '../../src/domain/locale.ts'
import { paragraphsOf } from '../../src/domain/search/paragraphs.ts'
import { withoutMarkdown } from '../../src/domain/search/without-markdown.ts'
import type { KnowledgeResult } from '../../src/ports/knowledge-index.ts'
import { offerPlan } from '../contingency-plan/offer-plan.ts'
import { type Actions, type Flow, finish, type Message, type Scene, type Turn } from '../flow.ts'
import type { Choice, JudgedAnswer, Memory } from '../memory.ts'
import { wordsFor } from '../talk-to-a-person/words-for.ts'
import { en, type KnowledgeTexts } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

export const knowledgeTexts: Record<Locale, KnowledgeTexts> = { en, 'zh-CN': zhCn }

/** "What does T+1 mean?" and whatever else a reviewed article answers. */
export const knowledge: Flow = {
  name: 'knowledge',
  intents: ['knowledge_question'],
  turn: (scene) => answerFromKnowledge(scene),
}

/** Likely enough to be said at once; or twice as likely as the next (tuning split: 96 and 94 % right). */
const sure = 0.5
const farAhead = 2
/** So likely that it may be said beside, or instead of, what the words were taken for. */
const plain = 0.7

/**
 * Answers from an article with its source, asks which of two or three was meant, or says honestly
 * that there is none. What became of the question is noted for those who write the articles.
 * `covered`: the subject has articles, whatever search says of a question in few words.
 */
export async function answerFromKnowledge(scene: Scene, covered = false): Promise<Turn> {
  const { said, memory, actions } = scene
  const { answerable, results } = await actions.searchKnowledge(said.text)
  const [best, ...others] = results
  if (!best || !(answerable || (covered && best.score >= sure))) {
    actions.noteQuestion({ outcome: 'unknown' })
    return finish(memory, [{ text: wordsFor(knowledgeTexts, memory).dontKnow }])
  }
  const named = best.title === said.text.trim()
  const ahead = best.score >= sure || best.score >= farAhead * (others[0]?.score ?? 0)
  if (!named && !ahead && isFree(memory)) {
    actions.noteQuestion({ outcome: 'offered', article: best.id })
    return offerChoice(best, results, scene)
  }
  actions.noteQuestion({ outcome: 'answered', article: best.id })
  return named ? saidOf({ best, others, scene }) : tellArticle({ best, others }, scene)
}

/** An article as the answer, in words that fit the question where somebody writes them. */
export async function tellArticle(found: Found, scene: Scene): Promise<Turn> {
  return saidOf({ ...found, scene, written: await writtenFor(found.best, scene) })
}

/** The same as one message, beside something else. */
export async function articleBeside(found: Found, scene: Scene): Promise<Message> {
  return articleMessage({ ...found, scene, written: await writtenFor(found.best, scene) })
}

/** The article put in words that fit the question; what is in another language stays as it is. */
async function writtenFor(
  { locale, summary, body }: KnowledgeResult,
  { said, memory, actions }: Scene,
): Promise<string | undefined> {
  if (locale !== memory.locale) return undefined
  const passages = [summary, ...paragraphsOf(body).map(withoutMarkdown)]
  return actions.writeAnswer(said.text, passages)
}

/** The article that surely answers the message, with its near misses; undefined when none does. */
export async function sureArticle({ said, actions }: Scene): Promise<Found | undefined> {
  const { answerable, results } = await actions.searchKnowledge(said.text)
  const [best, ...others] = results
  return answerable && best && best.score >= plain ? { best, others } : undefined
}

export interface Found {
  best: KnowledgeResult
  others: readonly KnowledgeResult[]
}

/** An article as the answer, and the question whether it was right. */
export function saidOf(answered: Answered): Turn {
  const { best, scene } = answered
  const { memory } = scene
  const turn = finish(memory, [articleMessage(answered)])
  if (!isFree(memory)) return turn
  const withPlan = offerPlan(turn, best.id)
  return withPlan.offer ? withPlan : withJudgement(turn, answered)
}

/** Nothing waits to be asked again: then there is room for a question about the answer. */
function isFree({ question, suspended, queued }: Memory): boolean {
  return !question && suspended.length === 0 && queued.length === 0
}

/** Two or three titles to choose from; whoever asks something else is free to. */
function offerChoice(
  best: KnowledgeResult,
  results: readonly KnowledgeResult[],
  { memory, actions }: Scene,
): Turn {
  const titles = results.map(({ title }) => title)
  const way = nextWay(memory)
  const judging = judged(best, { asks: 'which', way, offered: titles }, actions)
  return {
    ...finish({ ...memory, judging }, []),
    offer: {
      slot: 'other',
      name: 'which_article',
      text: inWay(knowledgeTexts[memory.locale].unsure, way),
      choices: choicesOf(titles),
    },
  }
}

function judged(
  { id, locale }: KnowledgeResult,
  asked: Pick<JudgedAnswer, 'asks' | 'way' | 'offered'>,
  { askedIn }: Actions,
): JudgedAnswer {
  return { article: id, locale, askedIn, ...asked }
}

/** Asked of one answer after the other, the question is put in other words. */
function nextWay({ judging }: Memory): number {
  return judging === undefined ? 0 : judging.way + 1
}

function inWay(ways: readonly string[], way: number): string {
  return ways[way % ways.length] ?? ''
}

/** Answers to tap, each of which is sent as it reads. */
export function choicesOf(labels: readonly string[]): Choice[] {
  return labels.map((label) => ({ label, value: label }))
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

interface Answered extends Found {
  scene: Scene
  /** What of the article answers, in words that fit the question. */
  written?: string | undefined
}

function withJudgement(turn: Turn, { best, others, scene, written }: Answered): Turn {
  const { memory } = turn
  const { actions } = scene
  const way = nextWay(scene.memory)
  const texts = knowledgeTexts[memory.locale]
  const more = written !== undefined || hasMore(best) ? [texts.more] : []
  const offered = readNext(best, others, actions)
  const labels = [texts.right, texts.wrong, ...more, ...offered]
  return {
    ...turn,
    memory: { ...memory, judging: judged(best, { asks: 'right', way, offered }, actions) },
    offer: {
      slot: 'satisfaction',
      name: 'is_answer_right',
      text: inWay(texts.isRight, way),
      choices: choicesOf(labels),
    },
  }
}

function asReviewed({ summary, passage }: KnowledgeResult): string[] {
  return passage === summary ? [summary] : [summary, withoutMarkdown(passage)]
}

/** Whether an article says more than was shown. */
function hasMore({ body, passage, summary }: KnowledgeResult): boolean {
  return paragraphsOf(body).some((each) => each !== passage && each !== summary)
}

/** The passage that answers, or what was written of it, with the article as its citation. */
function articleMessage({ best, others, scene, written }: Answered): Message {
  const { locale } = scene.memory
  const words = knowledgeTexts[locale]
  const colon = locale === 'zh-CN' ? '：' : ': '
  const source = `${words.source}${colon}《${best.title}》 ${words.updated(best.updated)}`
  const plain = locale === 'zh-CN' ? source : source.replace(/《(.*)》/u, '“$1”.')
  return {
    text: [...(written === undefined ? asReviewed(best) : [written]), plain].join('\n\n'),
    entities: [
      {
        type: 'support/answer',
        articles: [best, ...others].slice(0, 3).map(({ id, title, updated, score }) => ({
          id,
          title,
          updated,
          score,
        })),
      },
    ],
  }
}
