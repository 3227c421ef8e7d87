import { sql } from 'kysely'
import { Failure } from '../errors.ts'
import type { Store } from '../ports/store.ts'
import { readConversation } from './conversations.ts'
import type { Bulk } from './copy/bulk.ts'
import { migrations } from './migrate.ts'
import { atOneInstant } from './one-instant.ts'
import { listQuestions } from './questions.ts'
import type { Db } from './schema.ts'
import type { StoreOptions } from './store.ts'
import { listEnded } from './tickets.ts'
import { entriesAfter } from './transcript.ts'

/** What a command reads beside a running service. */
export type StoreView = Pick<
  Store,
  'questions' | 'endedTickets' | 'activitiesAfter' | 'conversation'
>

/** Reads the store as it is at this instant. Nothing can be written, and no lock is taken. */
export function lookInto<T>(
  options: StoreOptions,
  job: (view: StoreView) => Promise<T>,
): Promise<T> {
  return atOneInstant(options, async (db, bulk) => {
    await refuseOtherShape(db, bulk)
    return job(viewOn(db))
  })
}

function viewOn(db: Db): StoreView {
  return {
    questions: (filter) => listQuestions(db, filter),
    endedTickets: (filter) => listEnded(db, filter),
    activitiesAfter: (conversationId, seq, limit) =>
      entriesAfter(db, { conversationId, seq, limit }),
    conversation: (id) => readConversation(db, id),
  }
}

/** Reading changes nothing, so it cannot bring older tables up to date either. */
async function refuseOtherShape(db: Db, bulk: Bulk): Promise<void> {
  const isThere = (await bulk.columnsOf(db, 'migration')).length > 0
  const { rows } = isThere
    ? await sql<{ name: string }>`select name from migration order by version`.execute(db)
    : { rows: [] }
  const [theirs, ours] = [rows, migrations].map((steps) => steps.map(({ name }) => name).join())
  if (theirs === ours) return
  const message =
    'The tables are not of this release: start the service of this release once, or run npm run db:migrate'
  throw new Failure('config_invalid', message)
}
