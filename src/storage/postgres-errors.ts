import pg from 'pg'
import { Failure } from '../errors.ts'

/** Deadlock, serialization failure: nothing happened, and a second try meets another order. */
const REPEATABLE = ['40P01', '40001']
const UNIQUE_RULE = '23505'

/** Classes of SQLSTATE that mean the database, not the statement, is in trouble. */
const troubles: Record<string, string> = {
  '08': 'the connection broke',
  '25': 'it takes no writes now',
  '28': 'it refuses the user',
  '3D': 'there is no such database',
  '40': 'transactions were in each other’s way',
  '53': 'it is out of room or of connections',
  '55': 'a lock was held too long',
  '57': 'it is stopping, or a statement took too long',
  '58': 'its disk is in trouble',
  XX: 'it reports an internal error',
}

/** Errors of Node and of the client that are about the connection. */
const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

export function isWorthRepeating(error: unknown): boolean {
  return error instanceof pg.DatabaseError && REPEATABLE.includes(error.code ?? '')
}

/** The `Failure` that says what Postgres reported; any other error stays itself. Holds no values. */
export function postgresFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Failure) return error
  if (!(error instanceof pg.DatabaseError)) return connectionFailure(error)
  const code = error.code ?? ''
  if (code === UNIQUE_RULE) {
    return new Failure('state_conflict', 'A unique rule would be broken', { cause: error })
  }
  const trouble = troubles[code.slice(0, 2)]
  if (!trouble) return error
  const message = `The database cannot be used: ${trouble} (SQLSTATE ${code})`
  return new Failure('store_unavailable', message, { cause: error })
}

/** The client says the rest in words only: a broken connection, a pool that is closed or used up. */
const brokenConnection =
  /connection terminated|not queryable|client has encountered|timeout|database does not answer|pool after calling end|driver has already been destroyed|connection error/iu

function connectionFailure(error: Error): unknown {
  const code = 'code' in error ? String(error.code) : ''
  if (!connectionCodes.has(code) && !brokenConnection.test(error.message)) return error
  const message = `The database cannot be reached${code ? ` (${code})` : ''}`
  return new Failure('store_unavailable', message, { cause: error })
}
