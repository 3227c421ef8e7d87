import type { Migration } from '../migration.ts'

/** Whose password somebody else has typed, and who is signed in with such a one. */
export const temporaryPasswords: Migration = {
  name: '010-temporary-passwords',
  statements: () => [
    'alter table agent add column password_temporary integer not null default 0',
    'alter table agent_session add column must_change_password integer not null default 0',
  ],
}
