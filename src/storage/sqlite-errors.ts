import { Failure } from '../errors.ts'

/** SQLite's primary result codes that mean the database, not the statement, is in trouble. */
const troubles: Record<number, string> = {
  5: 'another program keeps the database busy',
  7: 'out of memory',
  8: 'the file is read-only',
  10: 'reading or writing the disk failed',
  11: 'the file is damaged',
  13: 'the disk is full',
  14: 'the file cannot be opened',
  15: 'another program keeps the database locked',
  23: 'access was refused',
  26: 'the file is not a database',
}
const UNIQUE_RULES = [1555, 2067]

/** SQLite's extended result code of an error, undefined for any other error. */
function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined
  return typeof error.errcode === 'number' ? error.errcode : undefined
}

/** Node's word for a database that was closed. */
function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE'
}

/** True when nothing of the current transaction can be relied on. */
export function isTrouble(error: unknown): boolean {
  if (isClosed(error)) return true
  const code = resultCode(error)
  return code !== undefined && (code & 0xff) in troubles
}

/** The `Failure` that says what SQLite reported; any other error stays itself. Holds no values. */
export function asFailure(error: unknown): unknown {
  if (isClosed(error)) {
    return new Failure('store_unavailable', 'The database is closed', { cause: error })
  }
  const code = resultCode(error)
  if (code === undefined || error instanceof Failure) return error
  const trouble = troubles[code & 0xff]
  if (trouble) {
    const message = `The database cannot be used: ${trouble} (SQLite ${code})`
    return new Failure('store_unavailable', message, { cause: error })
  }
  if (UNIQUE_RULES.includes(code)) {
    return new Failure('state_conflict', 'A unique rule would be broken', { cause: error })
  }
  return error
}
