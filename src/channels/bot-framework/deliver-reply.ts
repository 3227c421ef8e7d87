import type { JsonObject } from '../../ports/json.ts'
import type { Delivery } from '../../ports/outbox.ts'
import type { Store } from '../../ports/store.ts'
import type { Attempt } from '../attempt.ts'
import type { RunInCircuit } from '../circuits.ts'
import type { PostReply } from './connector.ts'
import { foreignActivity } from './foreign-activity.ts'
import { isAllowedServiceUrl, type ServiceUrlRules } from './service-url.ts'
import { conversationReference } from './shapes.ts'

interface DeliverReplyOptions {
  store: Pick<Store, 'reference' | 'activity'>
  post: PostReply
  inCircuit: RunInCircuit
  /** Checked again with every reply: the address was written down at some earlier time. */
  allow: ServiceUrlRules
}

/** One attempt to bring a reply to the Bot Framework service. */
export function createDeliverReply({ store, post, inCircuit, allow }: DeliverReplyOptions) {
  return async function deliverReply(delivery: Delivery, signal: AbortSignal): Promise<Attempt> {
    const { data: reference } = conversationReference.safeParse(
      await store.reference(delivery.conversationId),
    )
    const logged = await store.activity(delivery.id)
    if (!reference || !logged) return { kind: 'refused', reason: 'no_address' }
    const { serviceUrl, conversation } = reference
    if (!isAllowedServiceUrl(serviceUrl, allow)) {
      return { kind: 'refused', reason: 'service_url_not_allowed' }
    }

    const replyToId = await serviceIdOf(logged.activity.replyToId)
    const activity = foreignActivity(logged, { reference, replyToId })
    if (!activity) return { kind: 'sent' }
    const { id: deliveryId } = delivery
    const letter = { deliveryId, serviceUrl, conversationId: conversation.id, replyToId, activity }
    return inCircuit(new URL(serviceUrl).host, () => post(letter, signal))
  }

  /** What the service calls the message that we know by this id. */
  async function serviceIdOf(inboundId: JsonObject[string] | undefined) {
    if (typeof inboundId !== 'string') return undefined
    const inbound = await store.activity(inboundId)
    const { channelData } = inbound?.activity ?? {}
    const isObject = typeof channelData === 'object' && channelData && !Array.isArray(channelData)
    const id = isObject ? channelData.activityId : undefined
    return typeof id === 'string' ? id : undefined
  }
}
