import { shown } from './audited.ts'
import type { ApiDependencies } from './dependencies.ts'
import { type ApiOperation, notFound, operation } from './operation.ts'
import { inboxPage, inboxQuery, replayAccepted } from './schemas.ts'

const base = '/api/v1/inbox'

/** Messages that could not be worked, and a second chance for them. */
export function inboxOperations({ store, inbox }: ApiDependencies): ApiOperation[] {
  return [
    operation({
      method: 'GET',
      path: base,
      summary: 'Messages that were given up after failed attempts, oldest first',
      role: 'admin',
      query: inboxQuery,
      answer: inboxPage,
      run: async ({ query: { limit, after } }) => {
        const found = await store.deadInbounds(limit + 1, after)
        const messages = found.slice(0, limit)
        const isLast = found.length <= limit
        return { messages, ...(!isLast && { next: messages.at(-1)?.id }) }
      },
      about: ({ result }) => shown(result?.messages.map(({ id }) => id) ?? []),
    }),
    operation({
      method: 'POST',
      path: `${base}/{id}/replay`,
      summary: 'Work a parked message again',
      role: 'admin',
      answer: replayAccepted,
      status: 202,
      run: async ({ params: { id = '' } }) => {
        if (await inbox.replay(id)) return { id }
        throw notFound('parked message')
      },
    }),
  ]
}
