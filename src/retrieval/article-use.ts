import type { ArticleUse } from '../ports/article-upkeep.ts'
import type { AskedQuestion } from '../ports/knowledge-notes.ts'
import type { IndexedArticle } from './load-articles.ts'

/** How often each article answered, and what customers said of it; the worst judged first. */
export function articleUse(
  articles: readonly IndexedArticle[],
  asked: readonly AskedQuestion[],
): ArticleUse[] {
  const key = (locale: string, id: string | undefined) => `${locale} ${id}`
  const notes = Map.groupBy(asked, ({ locale, article }) => key(locale, article))
  return articles
    .map(({ id, locale, title, reviewBy }): ArticleUse => {
      const own = notes.get(key(locale, id)) ?? []
      const count = (outcome: string) =>
        new Set(own.filter((each) => each.outcome === outcome).map(({ askedIn }) => askedIn)).size
      return {
        id,
        locale,
        title,
        reviewBy,
        answered: count('answered'),
        right: count('right'),
        wrong: count('wrong'),
      }
    })
    .sort((a, b) => b.wrong - a.wrong || b.answered - a.answered)
}
