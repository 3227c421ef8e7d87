import { postgresVersion } from '../test/support/postgres.ts'
import { benchDesk } from './desk/bench-desk.ts'
import { say } from './machine.ts'

/* `npm run bench:desk`: 200 conversations and 20 agents on two processes, about a minute. */

const postgres = await postgresVersion()
if (postgres) await benchDesk(postgres)
else {
  say(
    'The desk on two processes needs a Postgres: set DATABASE_URL, or start one on 127.0.0.1:5432.',
  )
  process.exitCode = 1
}
