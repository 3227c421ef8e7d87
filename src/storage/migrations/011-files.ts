import type { Migration } from '../migration.ts'

/**
 * Customers' files: what is known of each, and its bytes as base64 in parts, so that a row of a copy
 * stays short and both engines keep the same.
 */
export const files: Migration = {
  name: '011-files',
  statements: () => [
    `create table file (
      id text primary key,
      conversation_id text not null references conversation (id),
      name text not null,
      content_type text not null,
      size integer not null,
      at text not null,
      deleted_at text,
      deleted_by text
    )`,
    'create index file_conversation on file (conversation_id, at, id)',
    'create index file_age on file (at) where deleted_at is null',
    `create table file_part (
      file_id text not null references file (id),
      no integer not null,
      body text not null,
      primary key (file_id, no)
    )`,
  ],
}
