import type { Schema } from '../schema.ts'

/**
 * What becomes of each table in a copy. The order is the one that foreign keys ask for. What only
 * means something to the processes of this moment stays behind.
 */
const tables = {
  conversation: 'copied',
  activity: 'copied',
  inbox: 'copied',
  ticket: 'copied',
  ticket_sequence: 'copied',
  handoff: 'copied',
  desk_outbox: 'copied',
  guess: 'copied',
  timer: 'copied',
  outbox: 'copied',
  promise: 'copied',
  plan: 'copied',
  question: 'copied',
  agent: 'copied',
  audit: 'copied',
  agent_session: 'left',
  sign_in_try: 'left',
  canned_answer: 'copied',
  file: 'copied',
  file_part: 'copied',
  // Worked out of the others.
  search_doc: 'left',
  search_cursor: 'left',
  probe: 'left',
  process: 'left',
} satisfies Record<keyof Schema, 'copied' | 'left'>

/** The tables of a copy, in the order in which they can be filled. */
export const copiedTables: readonly string[] = Object.entries(tables)
  .filter(([, fate]) => fate === 'copied')
  .map(([name]) => name)

/** The column that names a process; in a copy nobody owns anything. */
export const ownerColumn = 'owner'
