import type { Migration } from '../migration.ts'

/** Contingency plans that can be printed for a while. */
export const plans: Migration = {
  name: '003-plans',
  statements: () => [
    `create table plan (
      id text primary key,
      conversation_id text not null references conversation (id),
      locale text not null,
      body text not null,
      made_on text not null,
      expires_at text not null
    )`,
    'create index plan_expiry on plan (expires_at)',
  ],
}
