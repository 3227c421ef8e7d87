import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LiveApp, startLiveApp } from '../support/live-app.ts'
import { movableClock } from '../support/movable-clock.ts'
import { type Chat, openChat } from '../support/real-server.ts'
import { call } from '../support/web.ts'

const monday = (time: string) => `2026-11-23T${time}:00+08:00`
const world = `${import.meta.dirname}/../conversations/worlds/watch.json`

describe('a payment watch over HTTP', () => {
  const clock = movableClock(monday('10:00'))
  let app: LiveApp

  beforeAll(async () => {
    app = await startLiveApp({ SANDBOX_WORLD: world }, { clock })
  })
  afterAll(() => app.stop())

  const chat = () => {
    const { directLineSecret: secret, adminToken } = app.secrets
    const user = { id: 'dl_shop', role: 'merchant', merchantId: 'W1' }
    return openChat({ url: app.url, secret, adminToken, user, locale: 'en' })
  }
  const api = async (path: string) =>
    (await call(`${app.url}/api/v1/${path}`, { token: app.secrets.adminToken })).body
  /** What stands in the log after so many activities, as soon as there is anything. */
  async function newsAfter({ history }: Chat, count: number) {
    for (;;) {
      const news = (await history()).slice(count)
      if (news.length > 0) return news
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  it('reaches a customer who has left, once, after a stop; the ledger knows it', async () => {
    clock.moveTo(monday('10:00'))
    const customer = await chat()
    const [verdict, offer] = await customer.say('the 2000 of yesterday on card 4101 is not there')
    expect(verdict?.activity.entities[0]).toMatchObject({ expectedBy: monday('18:00') })
    expect(offer?.activity).toMatchObject({
      entities: [{ type: 'support/question', slot: 'consent' }],
      suggestedActions: { actions: [{ title: 'Yes, keep watch' }, { title: 'No, thank you' }] },
    })
    await customer.say('Yes, keep watch')
    const { promises } = await api(`promises?conversationId=${customer.id}`)
    expect(promises).toMatchObject([
      {
        transactionId: 'W-moves',
        provider: 'sandbox',
        dueAt: '2026-11-23T10:00:00.000Z',
        state: 'open',
      },
    ])
    const before = (await customer.history()).length
    await app.restart(async () => clock.moveTo(monday('18:05')))
    const news = await newsAfter(customer, before)
    expect(news).toHaveLength(1)
    expect(news[0]).toMatchObject({ fromBot: true, replyToId: '' })
    expect(news[0]?.text).toContain('CNY 2,000.00 was credited on Mon 23 Nov, 12:00')
    const kept = await api(`promises?conversationId=${customer.id}&state=kept`)
    expect(kept.promises).toMatchObject([{ happenedAt: '2026-11-23T04:00:00.000Z' }])
    expect(await api('promises/rates?since=2026-11-23')).toMatchObject({
      overall: { kept: 1, late: 0, rate: 1 },
    })
  })

  it('opens the ticket itself while the service runs', async () => {
    clock.moveTo(monday('10:00'))
    const customer = await chat()
    await customer.say('the 3100 of yesterday on card 4102 is not there')
    await customer.say('yes')
    const before = (await customer.history()).length
    clock.moveTo('2026-11-24T08:30:00+08:00')
    const [late, filed] = await newsAfter(customer, before)
    expect(late?.text).toContain('has not come in time')
    const { tickets } = await api(`tickets?conversationId=${customer.id}`)
    expect(filed?.activity.entities).toMatchObject([{ type: 'support/ticket', no: tickets[0].no }])
    const { promises } = await api(`promises?conversationId=${customer.id}`)
    expect(promises).toMatchObject([{ windowId: 'cn.pos.t1', state: 'late' }])
    expect(tickets).toMatchObject([{ category: 'payout_late', transactionId: 'W-late' }])
  })
})
