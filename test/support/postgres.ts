import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Where the tests find a Postgres on which they may make databases of their own. */
// biome-ignore lint/style/noProcessEnv: the one setting of the tests that need servers.
const server = process.env.DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/postgres'

export interface Database {
  url: string
  drop(): Promise<void>
}

/** What the server says it is; undefined when there is none. */
export async function postgresVersion(): Promise<string | undefined> {
  return onServer('show server_version').then(
    ([row]) => row?.server_version,
    () => undefined,
  )
}

/** An empty database of its own; `drop` takes it away again. Fails with a sentence without a server. */
export async function temporaryDatabase(): Promise<Database> {
  const name = `daozhang_test_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      await onServer(`drop database if exists ${name} with (force)`)
    },
  }
}

async function onServer(statement: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
  } catch (cause) {
    const message =
      'These tests need a Postgres that lets them create databases: set DATABASE_URL, or start one on 127.0.0.1:5432.'
    throw new Error(message, { cause })
  }
  try {
    const { rows } = await client.query<Record<string, string>>(statement)
    return rows
  } finally {
    await client.end()
  }
}
