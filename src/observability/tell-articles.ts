import { failureKind } from '../errors.ts'
import type { ArticleWatcher } from '../ports/article-upkeep.ts'
import type { Log } from './log.ts'

/** Logs that articles were read anew while the service runs, or where they cannot be. */
export function tellArticles(log: Log): ArticleWatcher {
  return {
    read: (count) => log.info('articles_read', { count }),
    refused(message) {
      const [file] = /^\S+:\d+/.exec(message) ?? []
      log.warn('articles_refused', { code: 'knowledge_invalid', file })
    },
    failed: (error) => log.warn('articles_not_followed', failureKind(error)),
  }
}
