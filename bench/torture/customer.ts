import { setTimeout as pause } from 'node:timers/promises'
import { askOnce, askUntilDone, base, type Net } from './direct-line.ts'
import { type Follower, followByPolling, followBySocket, type Line } from './follow.ts'
import type { PlannedConversation, PlannedCopy, PlannedMessage } from './plan.ts'
import { scriptOf } from './scripts.ts'
import type { Witness } from './witness.ts'

/** A message that was sent, with all that its customer was told about it. */
export interface SentMessage {
  key: string
  step: number
  /** Messages of the same group were sent at once: their order is open. */
  group: number
  /** The id each acknowledgement gave: always the same one, if all is well. */
  ids: string[]
  acknowledgedAt: number
}

/** A conversation as its customer has it. */
export interface Account {
  plan: PlannedConversation
  conversationId: string
  sent: SentMessage[]
  follower: Follower
}

export interface Town {
  net: Net
  secret: string
  witness: Witness
  /** Called for each repeat that was sent on purpose. */
  onCopy(): void
  /** Whether the bot says anything to this line of the script. */
  isAnswered(plan: PlannedConversation, step: number): boolean
}

const answerMs = 15_000

/** Holds one conversation from its start to the last acknowledgement. */
export async function converse(plan: PlannedConversation, town: Town): Promise<Account> {
  const line = await begin(plan, town)
  const { net } = town
  const follower = plan.watch === 'socket' ? followBySocket(net, line) : followByPolling(net, line)
  const account: Account = { plan, conversationId: line.conversationId, sent: [], follower }
  const copies: Promise<void>[] = []
  for (const [group, { thinkMs, messages }] of plan.groups.entries()) {
    await pause(thinkMs)
    const sending = messages.map((message) => send(message, { group, line, town, copies }))
    account.sent.push(...(await Promise.all(sending)))
    if (plan.waitsForAnswers) await answered(account, town)
  }
  await Promise.all(copies)
  return account
}

async function begin(plan: PlannedConversation, { net, secret }: Town): Promise<Line> {
  const { locale } = scriptOf(plan.script)
  const user = plan.shop
    ? { id: plan.userId, role: 'merchant', merchantId: plan.shop }
    : { id: plan.userId }
  const path = `${base}/tokens/generate`
  const granted = await askUntilDone(net, { path, token: secret, body: { user, locale } })
  const token = String(granted.body.token)
  const started = await askUntilDone(net, { path: `${base}/conversations`, token, body: {} })
  const { conversationId, streamUrl } = started.body
  return { conversationId, token, streamUrl }
}

interface Sending {
  group: number
  line: Line
  town: Town
  copies: Promise<void>[]
}

/** Sends until it is acknowledged, with its copies beside and behind it. */
async function send(message: PlannedMessage, sending: Sending): Promise<SentMessage> {
  const { line, town, group, copies } = sending
  const { key, step, text } = message
  const ids: string[] = []
  let acknowledgedAt = Number.POSITIVE_INFINITY
  const path = `${base}/conversations/${line.conversationId}/activities`
  const body = { type: 'message', text, channelData: { clientActivityID: key } }
  const ask = { path, token: line.token, body }
  const heard = (id: string) => {
    const at = performance.now()
    ids.push(id)
    acknowledgedAt = Math.min(acknowledgedAt, at)
    town.witness.write({ conversationId: line.conversationId, key, id, at })
  }

  async function copy({ afterMs }: PlannedCopy): Promise<void> {
    await pause(afterMs)
    town.onCopy()
    const answer = await askOnce(await town.net.any(), ask)
    if (answer?.status === 200) heard(String(answer.body.id))
  }

  const copiesFrom = (from: PlannedCopy['from']) =>
    message.copies.filter((each) => each.from === from).map(copy)
  copies.push(...copiesFrom('first-try'))
  const answer = await askUntilDone(town.net, ask)
  heard(String(answer.body.id))
  copies.push(...copiesFrom('acknowledgement'))
  return { key, step, group, ids, acknowledgedAt }
}

/** Waits for the answer to what was said last, as a person would; not for ever. */
async function answered({ plan, sent, follower }: Account, town: Town): Promise<void> {
  const last = sent.at(-1)
  if (!last || !town.isAnswered(plan, last.step)) return
  const until = performance.now() + answerMs
  while (follower.answeredAt(last.ids[0] ?? '') === undefined && performance.now() < until) {
    await pause(20)
  }
}
