import type { AuditEntry } from '../../domain/agents/audit.ts'
import type { AgentStore } from '../../ports/agents.ts'
import type { DeskDependencies } from './dependencies.ts'
import { auditPage, auditQuery, auditState } from './desk-schemas.ts'
import { type ApiOperation, operation } from './operation.ts'

/** Who looked at what and did what, and whether that record still holds. */
export function auditOperations({ store }: Pick<DeskDependencies, 'store'>): ApiOperation[] {
  return [
    operation({
      method: 'GET',
      path: '/api/v1/audit',
      summary: 'Who looked at what and did what, from either end',
      role: 'admin',
      query: auditQuery,
      answer: auditPage,
      async run({ query: { agent: actor, limit, ...query } }) {
        const found = await store.audit({ ...query, actor, limit: limit + 1 })
        const entries = found.slice(0, limit)
        const isLast = found.length <= limit
        const people = await namedIn(entries, store)
        return { entries, people, ...(!isLast && { next: entries.at(-1)?.seq }) }
      },
    }),
    operation({
      method: 'GET',
      path: '/api/v1/audit/verify',
      summary: 'Whether the record still holds, from its first entry on',
      role: 'admin',
      answer: auditState,
      record: 'nothing',
      run: () => store.verifyAudit(),
    }),
  ]
}

/** The accounts that did something or had something done to them. An entry keeps only their ids. */
async function namedIn(entries: readonly AuditEntry[], store: Pick<AgentStore, 'agents'>) {
  const ids = new Set(
    entries.flatMap(({ actor, object }) => [actor, object.replace(/^agents\//u, '')]),
  )
  const named = (await store.agents()).filter(({ id }) => ids.has(id))
  return named.map(({ id, login, name, disabled }) => ({ id, login, name, disabled }))
}
