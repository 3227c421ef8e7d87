import { expect, it } from 'vitest'
import { ownDesk } from '../../../src/channels/desk/own-desk.ts'
import type { ReceivedMessage } from '../../../src/ports/inbox.ts'
import { createStore } from '../../../src/storage/store.ts'
import { handoffDeskContract } from '../../contracts/handoff-desk.ts'
import {
  accepted,
  handoff,
  message,
  startConversation,
  temporaryDirectory,
  work,
} from '../../storage/sample.ts'
import { deskElsewhere } from '../../support/desk-elsewhere.ts'

async function start() {
  const store = await createStore({ dataDir: temporaryDirectory() })
  const received: ReceivedMessage[] = []
  const published: string[] = []
  const inbox = {
    async receive(told: ReceivedMessage) {
      received.push(told)
      return { id: 'x', duplicate: false }
    },
  }
  const fanOut = { publish: (id: string) => void published.push(id) }
  const desk = ownDesk({ store, inbox, fanOut })
  async function waiting(id = 'c1') {
    await startConversation(store, id)
    const said = await accepted(store, message(id, 'a person please'))
    await work(store, id, { handoffs: [handoff(`h-${id}`, id)] })
    return { conversationId: id, handoffId: `h-${id}`, activityId: said.id }
  }
  const shown = async () => {
    const rows = await store.handoffs(undefined, 10)
    return rows.map(({ conversationId }) => conversationId)
  }
  return { desk, waiting, shown, received, published }
}

handoffDeskContract('our own desk', start)

handoffDeskContract('a desk elsewhere', async () => {
  const { waiting } = await start()
  const elsewhere = deskElsewhere()
  const shown = async () => [...new Set(elsewhere.taken().map(({ note }) => note.conversationId))]
  return { desk: elsewhere.desk, waiting, shown }
})

it('tells consoles, and those who wait that somebody before them is served', async () => {
  const { desk, waiting, received, published } = await start()
  const { conversationId, handoffId } = await waiting('c1')
  await waiting('c2')
  const news = { kind: 'status', handoffId, state: 'accepted' } as const
  const signal = new AbortController().signal
  await desk.hand({ key: 'k', conversationId, news }, async () => ({}), signal)
  expect(published).toEqual(['desk:queue'])
  expect(received.map((told) => [told.conversationId, told.activity.name, told.silent])).toEqual([
    ['c1', 'handoff.place', true],
    ['c2', 'handoff.place', true],
  ])
})
