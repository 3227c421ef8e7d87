import { DirectLine, type Message } from 'botframework-directlinejs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inLogOrder, openPage } from '../../support/direct-line-page.ts'
import { type LiveApp, startLiveApp } from '../../support/live-app.ts'
import { post } from '../../support/web.ts'

let app: LiveApp
let page: ReturnType<typeof openPage>
const open: DirectLine[] = []

beforeEach(async () => {
  app = await startLiveApp()
  page = openPage()
  // The client draws its wait before it comes back from 3 to 15 seconds: the shortest.
  vi.spyOn(Math, 'random').mockReturnValue(0)
})

afterEach(async () => {
  for (const line of open.splice(0)) line.end()
  vi.restoreAllMocks()
  await app.stop()
  page.close()
})

interface Customer {
  line: DirectLine
  seen: Message[]
  /** Our ids, in the order they were acknowledged. */
  acknowledged: string[]
  unacknowledged: number
}

async function customer(): Promise<Customer> {
  const base = `${app.url}/v3/directline`
  const { body: grant } = await post(`${base}/tokens/generate`, app.secrets.directLineSecret, {})
  const line = new DirectLine({ domain: base, token: grant.token, webSocket: true })
  open.push(line)
  const seen: Message[] = []
  line.activity$.subscribe({
    next: (activity) => activity.type === 'message' && seen.push(activity),
    error: () => {},
  })
  return { line, seen, acknowledged: [], unacknowledged: 0 }
}

/** Says it under the same id until it is acknowledged, as a careful page does. */
async function say(who: Customer, own: string): Promise<void> {
  const activity = { type: 'message', text: 'thanks!', from: { id: 'me' } } as Message
  for (;;) {
    const id = await new Promise<string>((resolve) => {
      const sent = { ...activity, channelData: { clientActivityID: own } }
      who.line.postActivity(sent).subscribe(resolve, () => resolve('retry'))
    })
    if (id !== 'retry') {
      who.acknowledged.push(own)
      return
    }
    who.unacknowledged += 1
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const repliesTo = (message: Message) => (message as Message & { replyToId?: string }).replyToId
const ownId = ({ channelData }: Message) => channelData?.clientActivityID as string | undefined

it('the published client loses nothing and repeats nothing over restarts under load', async () => {
  const customers = await Promise.all(Array.from({ length: 4 }, customer))
  let talking = true
  const talk = async (who: Customer) => {
    for (let n = 0; talking; n += 1) await say(who, `m${n}`)
  }
  const talks = customers.map(talk)
  for (let round = 0; round < 2; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await app.restart()
  }
  await new Promise((resolve) => setTimeout(resolve, 500))
  talking = false
  await Promise.all(talks)

  for (const { seen, acknowledged, unacknowledged } of customers) {
    // The restarts were felt, and there was something to lose.
    expect(unacknowledged).toBeGreaterThan(0)
    expect(acknowledged.length).toBeGreaterThan(5)
    const answered = () => new Set(seen.flatMap((each) => repliesTo(each) ?? [])).size
    await vi.waitFor(() => expect(answered()).toBe(acknowledged.length), 30_000)
    expect(inLogOrder(seen).flatMap((each) => ownId(each) ?? [])).toEqual(acknowledged)
    const ids = seen.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  }
}, 90_000)
