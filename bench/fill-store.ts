import { sql } from 'kysely'
import { migrate } from '../src/storage/migrate.ts'
import { openEngine, type StoreOptions } from '../src/storage/store.ts'

const identity = JSON.stringify({
  userId: 'dl_bench',
  trusted: true,
  role: 'merchant',
  merchantId: 'M1001',
})
/** About as long as what a conversation with one verdict remembers. */
const state = JSON.stringify({
  shape: 1,
  locale: 'zh-CN',
  greeted: true,
  flow: 'where-is-my-money',
  facts: { cues: [], role: 'merchant', amount: { minor: 158_000, currency: 'CNY' }, last4: '8812' },
  verdict: { transactionId: 'D-1003', cause: 'RC_AFTER_CUTOFF', stage: 'SETTLING_ON_TIME' },
  lastReply: ['钱在结算路上，预计明天18:00前到账。'.repeat(4)],
})
const asked = JSON.stringify({ type: 'message', text: '1580元尾号8812的钱怎么还没到' })
const answered = JSON.stringify({ type: 'message', text: '钱在结算路上。'.repeat(40) })
const ticket = JSON.stringify({
  version: 1,
  kind: 'complaint',
  category: 'payout_late',
  severity: 'P3',
  state: 'submitted',
  statement: '昨天刷的钱还没到账，已经三天了。'.repeat(20),
  history: [],
})

/** Rows that one statement makes. */
const stepRows = 50_000

/**
 * Puts so many conversations, each with a question, an answer and a ticket, into an empty store:
 * plain SQL that both engines read.
 */
export async function fillStore(where: StoreOptions, rows: number): Promise<void> {
  const engine = await openEngine(where)
  await migrate(engine)
  for (let from = 1; from <= rows; from += stepRows) {
    const to = Math.min(rows, from + stepRows - 1)
    await engine.write(async (db) => {
      for (const statement of statements(from, to)) await statement.execute(db)
    })
  }
  if (engine.shared) await engine.write((db) => sql`analyze`.execute(db))
  await engine.close()
}

function statements(from: number, to: number) {
  const numbers = sql`with recursive n (i) as
    (select ${sql.lit(from)} union all select i + 1 from n where i < ${sql.lit(to)})`
  const id = sql`'conv-' || i`
  const at = sql`'2026-0' || (1 + i % 9) || '-1' || (i % 10) || 'T0' || (i % 10) || ':00:00.000Z'`
  return [
    sql`insert into conversation (id, channel, identity, state, version, created_at, updated_at)
      ${numbers} select ${id}, 'directline', ${sql.lit(identity)}, ${sql.lit(state)}, 1, ${at}, ${at} from n`,
    sql`insert into activity (conversation_id, seq, direction, has_text, activity, at)
      ${numbers} select ${id}, 1, 'in', 1, ${sql.lit(asked)}, ${at} from n`,
    sql`insert into activity (conversation_id, seq, direction, has_text, activity, at)
      ${numbers} select ${id}, 2, 'out', 0, ${sql.lit(answered)}, ${at} from n`,
    sql`insert into inbox (conversation_id, channel, dedupe_key, seq, state, attempts, accepted_at)
      ${numbers} select ${id}, 'directline', 'key-' || i, 1, 'done', 0, ${at} from n`,
    sql`insert into ticket (no, dedupe_key, conversation_id, state, created_at, body, version)
      ${numbers} select 'TK-' || i, 'key-' || i, ${id}, 'submitted', ${at}, ${sql.lit(ticket)}, 1 from n`,
  ]
}
