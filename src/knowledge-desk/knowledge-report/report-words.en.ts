import type { ArticleUpkeep } from '../../ports/article-upkeep.ts'
import type { QuestionEnd } from './question-figures.ts'

/** The words of the knowledge report. Days and counts come written already. */
export interface ReportWords {
  title(month: string): string
  subtitle(span: string, made: string): string
  soFar: string
  cut(most: number): string
  ends: Record<QuestionEnd, string>
  figures: { questions: string; stale: string; contradicting: string; neverUsed: string }
  restsOn(span: string, questions: number): string
  nothingAsked(span: string): string
  weeks: string
  weekTitle: string
  gaps: string
  gapsIntro: string
  noGaps: string
  asked(times: number): string
  nearest: string
  reasons: string
  moreGaps(count: number): string
  use: string
  noUse: string
  useHead: [article: string, answered: string, right: string, wrong: string]
  wrong: string
  noWrong: string
  wrongHead: [article: string, times: string, reasons: string]
  contradicting: string
  contradictingIntro: string
  noContradicting: string
  units: Readonly<Record<string, string>>
  stale: string
  staleBasis(today: string): string
  noStale: string
  staleHead: [article: string, why: string, day: string]
  why: Record<ArticleUpkeep['stale'][number]['why'], string>
  neverUsed: string
  noNeverUsed: string
  languages: Record<'en' | 'zh-CN', string>
}

export const reportEn: ReportWords = {
  title: (month) => `Knowledge report, ${month}`,
  subtitle: (span, made) =>
    `What customers asked from ${span}, and what became of it. Made on ${made}.`,
  soFar: 'The month is not over yet.',
  cut: (most) => `More was noted than is read: this rests on the newest ${most} notes.`,
  ends: {
    answered: 'answered',
    wrong: 'answer called wrong',
    offered: 'asked back',
    unknown: 'without an answer',
  },
  figures: {
    questions: 'questions',
    stale: 'articles due for review or ended',
    contradicting: 'pairs that may contradict',
    neverUsed: 'articles never used',
  },
  restsOn: (span, questions) =>
    `From ${span}; rests on ${questions} ${questions === 1 ? 'question' : 'questions'}.`,
  nothingAsked: (span) =>
    `Nobody asked the articles anything from ${span}. Once customers do, this page shows what was missing and which articles helped; what is due below needs no questions.`,
  weeks: 'Questions by week',
  weekTitle: 'Each bar a week from Monday to Sunday',
  gaps: 'What is missing',
  gapsIntro:
    'Questions that no article answered well, alike ones together, in customers’ own words without numbers or names.',
  noGaps: 'Every question was answered, and no answer was called wrong.',
  asked: (times) => (times === 1 ? 'asked once' : `asked ${times} times`),
  nearest: 'Nearest',
  reasons: 'Customers said',
  moreGaps: (count) => `${count} more were asked less often.`,
  use: 'Articles that answered most',
  noUse: 'No article answered a question.',
  useHead: ['article', 'answered', 'called right', 'called wrong'],
  wrong: 'Articles called wrong',
  noWrong: 'No answer was called wrong.',
  wrongHead: ['article', 'times', 'what customers said'],
  contradicting: 'Articles that may contradict each other',
  contradictingIntro:
    'They nearly ask the same and give different numbers. Whether both are right is for a person to say.',
  noContradicting: 'None was found.',
  units: { day: 'days', month: 'months', hour: 'hours', percent: 'per cent', amount: 'amount' },
  stale: 'Articles due',
  staleBasis: (today) =>
    `As of ${today}: review day passed or within 30 days, or the last day served has passed.`,
  noStale: 'Nothing is due.',
  staleHead: ['article', 'why', 'day'],
  why: {
    ended: 'no longer served',
    review_overdue: 'review overdue',
    review_near: 'review is near',
  },
  neverUsed: 'Articles never used',
  noNeverUsed: 'Each article in force answered a question.',
  languages: { en: 'English', 'zh-CN': 'Chinese' },
}
