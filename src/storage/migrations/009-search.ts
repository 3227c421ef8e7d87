import type { Migration } from '../migration.ts'

/**
 * The index over conversations and tickets. It is worked out of them, so it is empty at first and in
 * every copy; the cursor is the number in the inbox up to which it has been worked.
 */
export const search: Migration = {
  name: '009-search',
  statements: ({ identityColumn, fullText }) => [
    `create table search_doc (
      id ${identityColumn},
      kind text not null,
      ref text not null,
      conversation_id text not null,
      at text not null,
      version integer not null,
      unique (kind, ref)
    )`,
    ...fullText.statements,
    'create table search_cursor (id integer primary key, recv_seq bigint not null)',
    'insert into search_cursor (id, recv_seq) values (1, 0)',
  ],
}
