import type { Migration } from '../migration.ts'

const ended = `('resolved', 'closed', 'withdrawn', 'referred')`

/** What the desk finds tickets by, whose a conversation is, timers of clocks, and canned answers. */
export const ticketDesk: Migration = {
  name: '008-ticket-desk',
  statements: ({ instantIn, json }) => [
    'alter table ticket add column due_at text',
    'alter table ticket add column severity text',
    'alter table ticket add column category text',
    'alter table ticket add column assignee text',
    'alter table ticket add column customer_ref text',
    'alter table ticket add column escalated integer',
    `update ticket set
      due_at = ${instantIn('body', 'dueAt')},
      severity = ${json('body')} ->> 'severity',
      category = ${json('body')} ->> 'category',
      customer_ref = ${json('body')} -> 'customer' ->> 'contactRef',
      escalated = 0`,
    'create index ticket_due on ticket (due_at, no)',
    `create index ticket_open_due on ticket (due_at, no) where state not in ${ended}`,
    'create index ticket_of_assignee on ticket (assignee, due_at, no)',
    'create index ticket_of_customer on ticket (customer_ref, created_at, no)',

    'alter table conversation add column customer_ref text',
    `update conversation set customer_ref =
      coalesce(${json('identity')} ->> 'merchantId', ${json('identity')} ->> 'userId')`,
    'create index conversation_of_customer on conversation (customer_ref, created_at, id)',

    // Clocks that run already warn as well: a first look is due at once.
    `insert into timer (id, conversation_id, kind, payload, due_at)
      select 'ticket|' || no, conversation_id, 'ticket', '{"ticketNo":"' || no || '"}', created_at
      from ticket
      where state not in ${ended} and conversation_id in (select id from conversation)`,

    `create table canned_answer (
      id text primary key,
      shortcut text not null,
      title text not null,
      locale text not null,
      body text not null,
      disabled integer not null,
      updated_at text not null,
      updated_by text not null
    )`,
  ],
}
