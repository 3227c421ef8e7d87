import type { Migration } from '../migration.ts'

/** What became of questions to the articles; the words stay in the log. */
export const questions: Migration = {
  name: '004-questions',
  statements: () => [
    `create table question (
      id text primary key,
      conversation_id text not null references conversation (id),
      seq integer not null,
      locale text not null,
      outcome text not null check (outcome in ('answered', 'offered', 'unknown', 'right', 'wrong')),
      article text,
      reason text,
      at text not null
    )`,
    'create index question_newest on question (at, id)',
  ],
}
