import { keptRates } from '../../domain/promises/kept-rates.ts'
import { shown } from './audited.ts'
import type { ApiDependencies } from './dependencies.ts'
import { type ApiOperation, operation } from './operation.ts'
import { promisePage, promiseQuery, promiseRates, ratesQuery } from './schemas.ts'

/** The ledger of dates named to customers, and how well they were kept. */
export function promiseOperations({ store }: Pick<ApiDependencies, 'store'>): ApiOperation[] {
  return [
    operation({
      method: 'GET',
      path: '/api/v1/promises',
      summary: 'Dates named to customers and what came of them, newest first',
      role: 'lead',
      query: promiseQuery,
      answer: promisePage,
      run: async ({ query }) => {
        const found = await store.promises({ ...query, limit: query.limit + 1 })
        const promises = found.slice(0, query.limit)
        const isLast = found.length <= query.limit
        return { promises, ...(!isLast && { next: promises.at(-1)?.id }) }
      },
      about: ({ result }) => shown(result?.promises.map(({ id }) => id) ?? []),
    }),
    operation({
      method: 'GET',
      path: '/api/v1/promises/rates',
      summary: 'How many of the dates were kept, by settlement window and provider',
      role: 'lead',
      query: ratesQuery,
      answer: promiseRates,
      record: 'nothing',
      run: async ({ query: { since } }) => {
        const from = since === undefined ? undefined : new Date(since).toISOString()
        return keptRates(await store.countPromises(from))
      },
    }),
  ]
}
