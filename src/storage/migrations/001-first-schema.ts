import type { Migration } from '../migration.ts'

/** The statements are the part of SQL that SQLite and Postgres share. */
export const firstSchema: Migration = {
  name: '001-first-schema',
  statements: ({ identityColumn }) => [
    `create table conversation (
      id text primary key,
      channel text not null,
      identity text not null,
      state text not null,
      version integer not null,
      created_at text not null,
      updated_at text not null
    )`,

    `create table activity (
      conversation_id text not null references conversation (id),
      seq integer not null,
      direction text not null check (direction in ('in', 'out')),
      has_text integer not null,
      activity text not null,
      at text not null,
      primary key (conversation_id, seq)
    )`,
    `create index activity_texts on activity (conversation_id, seq) where has_text = 1`,

    `create table inbox (
      recv_seq ${identityColumn},
      conversation_id text not null references conversation (id),
      channel text not null,
      dedupe_key text not null,
      seq integer,
      activity text,
      state text not null check (state in ('new', 'done', 'dead')),
      attempts integer not null,
      reason text,
      accepted_at text not null,
      unique (conversation_id, channel, dedupe_key),
      check ((seq is null) <> (activity is null))
    )`,
    `create index inbox_todo on inbox (conversation_id, recv_seq) where state = 'new'`,
    `create index inbox_dead on inbox (recv_seq) where state = 'dead'`,

    `create table ticket (
      no text primary key,
      dedupe_key text not null,
      conversation_id text not null,
      state text not null,
      created_at text not null,
      body text not null,
      version integer not null
    )`,
    `create unique index ticket_open_key on ticket (dedupe_key)
      where state not in ('resolved', 'closed', 'withdrawn', 'referred')`,
    `create index ticket_newest on ticket (created_at, no)`,
    `create index ticket_of_conversation on ticket (conversation_id, created_at, no)`,
    `create index ticket_by_state on ticket (state, created_at, no)`,
    `create table ticket_sequence (day text primary key, n integer not null)`,

    `create table handoff (
      id text primary key,
      conversation_id text not null references conversation (id),
      state text not null check (state in ('queued', 'active', 'closed')),
      reason text not null,
      priority text not null,
      agent text,
      facts text not null,
      created_at text not null,
      updated_at text not null
    )`,
    `create unique index handoff_open on handoff (conversation_id) where state <> 'closed'`,
    `create index handoff_queue on handoff (state, priority, created_at, id)`,
    `create index handoff_newest on handoff (created_at, id)`,
    `create index handoff_by_state on handoff (state, created_at, id)`,
    `create index handoff_of_conversation on handoff (conversation_id, created_at, id)`,

    `create table guess (
      key text not null,
      window_start text not null,
      n integer not null,
      primary key (key, window_start)
    )`,
    `create index guess_window on guess (window_start)`,

    `create table probe (id integer primary key, n integer not null)`,
  ],
}
