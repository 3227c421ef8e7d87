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
        return { entries, ...(!isLast && { next: entries.at(-1)?.seq }) }
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
