import { describe, expect, it, onTestFinished } from 'vitest'
import { lookInto } from '../../src/storage/look-into.ts'
import { createStore } from '../../src/storage/store.ts'
import { accepted, message, question, startConversation, ticket, work } from '../storage/sample.ts'
import type { NewPlace } from './copies.ts'

/** What a command may see of a store that a service has open. */
export function lookIntoContract(name: string, newPlace: NewPlace): void {
  describe(`${name} › looking into a store`, () => {
    it('sees what is kept, at one instant, while the service goes on', async () => {
      const place = await newPlace()
      const store = await createStore(place)
      onTestFinished(() => store.close())
      await startConversation(store, 'c1')
      await accepted(store, message('c1', 'what is T+1'))
      const ended = ticket('T1', { state: 'closed', updatedAt: '2026-03-05T00:00:00Z' })
      await work(store, 'c1', { questions: [question('q1')], tickets: [ended] })
      const span = { from: '2026-03-01T00:00:00Z', until: '2026-04-01T00:00:00Z', limit: 9 }

      await lookInto(place, async (view) => {
        expect(await view.questions({ limit: 9 })).toEqual(await store.questions({ limit: 9 }))
        await accepted(store, message('c1', 'and T+0?'))
        expect(await view.endedTickets(span)).toEqual([await store.ticket('T1')])
        expect(await view.activitiesAfter('c1', 0, 9)).toHaveLength(1)
        expect(await view.conversation('c1')).toMatchObject({ id: 'c1' })
      })
      expect(await store.activitiesAfter('c1', 0, 9)).toHaveLength(2)
    })
  })
}
