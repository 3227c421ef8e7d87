import type { Migration } from '../migration.ts'

/** When tickets ended, so that the case book finds those of a month. */
export const ticketEnds: Migration = {
  name: '005-ticket-ends',
  statements: ({ instantIn }) => [
    'alter table ticket add column ended_at text',
    // Until now nothing happened to a ticket after its end.
    `update ticket set ended_at = ${instantIn('body', 'updatedAt')}
      where state in ('resolved', 'closed', 'withdrawn', 'referred')`,
    'create index ticket_ended on ticket (ended_at, no) where ended_at is not null',
  ],
}
