import type { Delivery } from '../../ports/outbox.ts'
import { Refusal } from '../refusal.ts'
import { shown } from './audited.ts'
import type { ApiDependencies } from './dependencies.ts'
import { type ApiOperation, notFound, operation } from './operation.ts'
import {
  deliveryPage,
  deliveryQuery,
  deliveryView,
  replayAccepted,
  replayedCount,
} from './schemas.ts'

const base = '/api/v1/outbox'

/** Replies on their way to other systems: what waits, what was parked and why, and a second chance. */
export function outboxOperations({ store, now }: ApiDependencies): ApiOperation[] {
  return [
    operation({
      method: 'GET',
      path: base,
      summary: 'Replies to conversations of other systems, oldest first',
      role: 'admin',
      query: deliveryQuery,
      answer: deliveryPage,
      run: async ({ query }) => {
        const found = await store.deliveries({ ...query, limit: query.limit + 1 })
        const deliveries = found.slice(0, query.limit)
        const isLast = found.length <= query.limit
        return { deliveries, ...(!isLast && { next: deliveries.at(-1)?.id }) }
      },
      about: ({ result }) => shown(result?.deliveries.map(({ id }) => id) ?? []),
    }),
    operation({
      method: 'GET',
      path: `${base}/{id}`,
      summary: 'One reply on its way, with its words as in the transcript',
      role: 'admin',
      answer: deliveryView,
      run: async ({ params }) => {
        const delivery = await existing(store, params.id)
        const logged = await store.activity(delivery.id)
        return { ...delivery, activity: logged?.activity ?? {} }
      },
    }),
    operation({
      method: 'POST',
      path: `${base}/{id}/replay`,
      summary: 'Put a parked reply back in line',
      role: 'admin',
      answer: replayAccepted,
      status: 202,
      run: async ({ params }) => {
        const { id } = await existing(store, params.id)
        if (await store.replayDelivery(id, now().toISOString())) return { id }
        throw new Refusal(409, 'NotParked', 'Only a parked reply can be put back in line.')
      },
    }),
    operation({
      method: 'POST',
      path: `${base}/replay`,
      summary: 'Put all parked replies back in line',
      role: 'admin',
      answer: replayedCount,
      status: 202,
      run: async () => ({ replayed: await store.replayParked(now().toISOString()) }),
    }),
  ]
}

async function existing(
  store: Pick<ApiDependencies['store'], 'delivery'>,
  id = '',
): Promise<Delivery> {
  const delivery = await store.delivery(id)
  if (!delivery) throw notFound('delivery')
  return delivery
}
