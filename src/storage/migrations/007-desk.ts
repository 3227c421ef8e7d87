import type { Migration } from '../migration.ts'

/** What the desk keeps of a handoff, and what is on its way to a desk elsewhere. */
export const desk: Migration = {
  name: '007-desk',
  statements: () => [
    'alter table handoff add column language text',
    'alter table handoff add column skill text',
    'alter table handoff add column agent_name text',
    'alter table handoff add column meant_for text',
    'alter table handoff add column claimed_at text',
    'alter table handoff add column last_customer_at text',
    'alter table handoff add column last_agent_at text',
    'alter table handoff add column outcome text',
    'alter table handoff add column rating integer',
    'alter table handoff add column comment text',
    'create index handoff_waits on handoff (claimed_at) where claimed_at is not null',

    // Ids only: the words are read from the log when they are sent.
    `create table desk_outbox (
      id text primary key,
      conversation_id text not null references conversation (id),
      seq bigint not null,
      news text not null,
      state text not null check (state in ('new', 'sent', 'parked')),
      attempts integer not null,
      not_before text not null,
      owner text,
      reason text,
      created_at text not null,
      updated_at text not null
    )`,
    'create index desk_outbox_due on desk_outbox (state, not_before)',
    'create index desk_outbox_line on desk_outbox (conversation_id, seq)',
  ],
}
