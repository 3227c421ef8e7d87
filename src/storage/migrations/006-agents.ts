import type { Migration } from '../migration.ts'

/** Those who work at the desk, their sign-ins, and the record of what they looked at and did. */
export const agents: Migration = {
  name: '006-agents',
  statements: ({ appendOnly }) => [
    `create table agent (
      id text primary key,
      login text not null unique,
      name text not null,
      role text not null check (role in ('agent', 'lead', 'admin')),
      languages text not null,
      skills text not null,
      capacity integer not null,
      presence text not null check (presence in ('online', 'away', 'offline')),
      seen_at text,
      disabled integer not null,
      created_at text not null,
      password_hash text,
      subject text unique
    )`,
    `create table agent_session (
      id_hash text primary key,
      agent_id text not null references agent (id),
      created_at text not null,
      seen_at text not null
    )`,
    'create index agent_session_of_agent on agent_session (agent_id)',
    `create table sign_in_try (
      key text primary key,
      count integer not null,
      last_at text not null,
      locked_until text
    )`,
    'create index sign_in_try_age on sign_in_try (last_at)',
    `create table audit (
      seq bigint primary key,
      at text not null,
      actor text not null,
      act text not null,
      object text not null,
      detail text,
      hash text not null
    )`,
    'create index audit_of_actor on audit (actor, seq)',
    'create index audit_of_object on audit (object, seq)',
    ...appendOnly('audit'),
    `create index handoff_of_agent on handoff (agent) where state = 'active'`,
  ],
}
