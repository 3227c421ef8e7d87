import { z } from 'zod'
import type { FanOut, WorkOffers } from '../ports/fan-out.ts'
import type { JsonObject } from '../ports/json.ts'
import type { RedisLink } from './link.ts'

export interface RedisFanOutOptions {
  link: Pick<RedisLink, 'send' | 'onMessage'>
  /** Delivers within this process. */
  local: FanOut
  /** The id of this process: it does not listen to itself. */
  self: string
}

const account = z.object({ id: z.string(), role: z.string().optional() })

/** A typing sign says who types to whom, and nothing else. */
const typingSign = z.object({
  type: z.literal('typing'),
  id: z.string().optional(),
  conversation: z.object({ id: z.string() }).optional(),
  from: account.optional(),
  recipient: account.optional(),
})

const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('news'), by: z.string(), id: z.string() }),
  z.object({ kind: z.literal('work'), by: z.string(), id: z.string() }),
  z.object({ kind: z.literal('typing'), by: z.string(), id: z.string(), activity: typingSign }),
])

type Message = z.infer<typeof message>

/**
 * A fan-out over every process on one Redis channel: here first, then to the others. Messages carry
 * ids; the content is read from the store by whoever is woken.
 */
export function redisFanOut({ link, local, self }: RedisFanOutOptions): FanOut & WorkOffers {
  const takers: ((conversationId: string) => void)[] = []
  const send = (news: Message) => link.send(JSON.stringify(news))

  link.onMessage((text) => {
    const heard = read(text)
    if (!heard || heard.by === self) return
    if (heard.kind === 'news') local.publish(heard.id)
    else if (heard.kind === 'typing') local.typing(heard.id, plain(heard.activity))
    else for (const take of takers) take(heard.id)
  })

  return {
    publish(id) {
      local.publish(id)
      send({ kind: 'news', by: self, id })
    },
    typing(id, activity) {
      local.typing(id, activity)
      const sign = typingSign.safeParse(activity)
      if (sign.success) send({ kind: 'typing', by: self, id, activity: sign.data })
    },
    subscribe: (id, listener) => local.subscribe(id, listener),
    offer: (id) => send({ kind: 'work', by: self, id }),
    onOffer: (take) => void takers.push(take),
  }
}

/** Whatever else is on the channel is not for us. */
function read(text: string): Message | undefined {
  try {
    return message.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function plain(sign: z.infer<typeof typingSign>): JsonObject {
  return JSON.parse(JSON.stringify(sign))
}
