import type { Migration } from '../migration.ts'

/** Ownership of conversations by processes, timers, the outbox, and the ledger of dates named. */
export const manyProcesses: Migration = {
  name: '002-many-processes',
  statements: () => [
    `create table process (
      id text primary key,
      seen_until bigint not null
    )`,
    'alter table conversation add column owner text',
    'alter table conversation add column reference text',

    `create table timer (
      id text primary key,
      conversation_id text not null references conversation (id),
      kind text not null,
      payload text not null,
      due_at text not null
    )`,
    'create index timer_due on timer (due_at)',
    'create index timer_of_conversation on timer (conversation_id, due_at)',

    `create table outbox (
      id text primary key,
      conversation_id text not null references conversation (id),
      seq bigint not null,
      state text not null check (state in ('new', 'sent', 'parked')),
      attempts integer not null,
      not_before text not null,
      owner text,
      reason text,
      created_at text not null,
      updated_at text not null
    )`,
    'create index outbox_due on outbox (state, not_before)',
    `create unique index outbox_line on outbox (conversation_id, seq) where state = 'new'`,
    'create index outbox_by_state on outbox (state, created_at, id)',
    'create index outbox_oldest on outbox (created_at, id)',

    `create table promise (
      id text primary key,
      conversation_id text not null references conversation (id),
      transaction_id text not null,
      provider text not null,
      window_id text,
      cause text not null,
      due_at text not null,
      named_at text not null,
      state text not null check (state in ('open', 'kept', 'late', 'unknown', 'void')),
      happened_at text,
      checked_at text
    )`,
    'create index promise_ends on promise (provider, window_id, state, named_at)',
    'create index promise_newest on promise (named_at, id)',
    'create index promise_by_state on promise (state, named_at, id)',
    'create index promise_of_conversation on promise (conversation_id, named_at, id)',
  ],
}
