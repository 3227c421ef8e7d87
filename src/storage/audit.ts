import { hash } from 'node:crypto'
import type { Selectable } from 'kysely'
import { type AuditEntry, type AuditNote, hashedText, noHash } from '../domain/agents/audit.ts'
import type { AuditFilter, AuditState } from '../ports/audit.ts'
import { utc } from './encoding.ts'
import type { Engine } from './engine.ts'
import type { Db, Schema } from './schema.ts'

interface Waiting {
  note: AuditNote
  resolve(): void
  reject(error: unknown): void
}

/** Notes of one transaction. */
const mostAtOnce = 100

/**
 * Appends notes to the chain. All processes wait in one line for its end, so notes that come while
 * others are being written go together in the next transaction.
 */
export function createAuditWriter(engine: Engine) {
  let waiting: Waiting[] = []
  let isWriting = false

  async function writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      await engine.write((db) => append(db, engine, batch))
    } catch (error) {
      for (const { reject } of batch) reject(error)
      return
    }
    for (const { resolve } of batch) resolve()
  }

  async function writeAll(): Promise<void> {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostAtOnce)
      waiting = waiting.slice(mostAtOnce)
      await writeBatch(batch)
    }
    isWriting = false
  }

  return (note: AuditNote): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ note, resolve, reject })
      if (!isWriting) void writeAll()
    })
}

async function append(db: Db, engine: Engine, batch: readonly Waiting[]): Promise<void> {
  await engine.alone(db, 'audit')
  const last = await db
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const rows: Schema['audit'][] = []
  for (const { note } of batch) {
    const before = rows.at(-1) ?? last
    const seq = (before?.seq ?? 0) + 1
    const kept = { ...note, at: utc(note.at) }
    const { detail = null, ...rest } = kept
    rows.push({ ...rest, detail, seq, hash: hashOf(before?.hash ?? noHash, seq, kept) })
  }
  await db.insertInto('audit').values(rows).execute()
}

function hashOf(previous: string, seq: number, note: AuditNote): string {
  return hash('sha256', hashedText(previous, seq, note), 'hex')
}

/** A page of what the filter asks for, in its order. */
export async function listAudit(db: Db, filter: AuditFilter): Promise<AuditEntry[]> {
  const { order = 'oldest', after, limit, actor, object } = filter
  const [direction, isAfter] =
    order === 'newest' ? (['desc', '<'] as const) : (['asc', '>'] as const)
  let query = db.selectFrom('audit').selectAll()
  if (after !== undefined) query = query.where('seq', isAfter, after)
  if (actor !== undefined) query = query.where('actor', '=', actor)
  if (object !== undefined) query = query.where('object', '=', object)
  return (await query.orderBy('seq', direction).limit(limit).execute()).map(entryOf)
}

const pageSize = 1_000

/** Walks the chain, a page at a time; entries that come meanwhile are walked too. */
export async function verifyChain(engine: Engine): Promise<AuditState> {
  let state: AuditState = { intact: true, entries: 0, head: noHash }
  for (;;) {
    // The first page begins before any number: nothing may hide in front of the first entry.
    const after = state.entries || undefined
    const page = await engine.read((db) => listAudit(db, { after, limit: pageSize }))
    state = page.reduce(withNext, state)
    if (page.length < pageSize || !state.intact) return state
  }
}

function withNext(state: AuditState, entry: AuditEntry): AuditState {
  if (!state.intact) return state
  const { seq, hash: kept, ...note } = entry
  const isNext = seq === state.entries + 1 && kept === hashOf(state.head, seq, note)
  return isNext
    ? { intact: true, entries: seq, head: kept }
    : { ...state, intact: false, brokenAt: seq }
}

function entryOf({ detail, ...row }: Selectable<Schema['audit']>): AuditEntry {
  return { ...row, ...(detail !== null && { detail }) }
}
