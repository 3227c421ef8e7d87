import { describe, expect, it } from 'vitest'
import { customerElsewhere } from '../support/ticket-news-elsewhere.ts'

const patience = { timeout: 30_000 }
const lookedInto = /is being looked into now/
const asked = /We have asked the bank/
const result = /There is a result for ticket/

const resolution = { code: 'upheld', text: 'The payout was sent again today.' }

/** What becomes of a ticket reaches a customer on another channel than ours, whatever the store. */
export function ticketNewsElsewhere(
  name: string,
  open: () => Promise<Record<string, string>>,
): void {
  describe(`${name} › news of a ticket on a channel of the Bot Framework`, () => {
    it('arrive there once and in order, each change at the desk as one message', async () => {
      const customer = await customerElsewhere(await open())
      await customer.start()
      const no = await customer.filed()
      await customer.move(no, 'investigating', { tell: 'I have called the acquirer.' })
      await customer.move(no, 'waiting_third_party')
      await customer.move(no, 'resolved', { resolution })
      await expect.poll(() => customer.sentTimes(result), patience).toBe(1)
      await expect.poll(customer.waiting, patience).toBe(0)
      const news = customer.arrived().filter((text) => text.includes(no))
      expect(news.map((text) => text.split('\n')[0])).toEqual([
        expect.stringContaining(`Ticket ${no} is filed`),
        expect.stringMatching(lookedInto),
        expect.stringMatching(asked),
        expect.stringMatching(result),
      ])
      expect(news[1]).toContain('A word from our colleague: I have called the acquirer.')
      expect(news[3]).toContain(resolution.text)
      for (const text of [lookedInto, asked, result]) expect(customer.sentTimes(text)).toBe(1)
    }, 120_000)

    it('come after a crash under the id they had, and the change is not made twice', async () => {
      const customer = await customerElsewhere(await open())
      await customer.start()
      const no = await customer.filed()
      customer.killOn(lookedInto)
      await customer.move(no, 'investigating')
      await expect.poll(customer.isRunning, patience).toBe(false)
      await customer.start()
      await expect.poll(() => customer.sentTimes(lookedInto), patience).toBe(2)
      await customer.move(no, 'waiting_third_party')
      await expect.poll(() => customer.sentTimes(asked), patience).toBe(1)
      await expect.poll(customer.waiting, patience).toBe(0)
      expect(customer.idsOf(lookedInto).size).toBe(1)
      expect(customer.arrived().filter((text) => lookedInto.test(text))).toHaveLength(1)
      const { state, history } = await customer.ticket(no)
      expect(state).toBe('waiting_third_party')
      const events = history.map(({ event }: { event: string }) => event)
      expect(events.filter((event: string) => event === 'investigating')).toHaveLength(1)
    }, 120_000)
  })
}
