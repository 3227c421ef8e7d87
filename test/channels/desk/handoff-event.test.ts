import { expect, it } from 'vitest'
import { handoffEvent } from '../../../src/channels/desk/handoff-event.ts'
import { createStore } from '../../../src/storage/store.ts'
import {
  accepted,
  message,
  reply,
  startConversation,
  temporaryDirectory,
  work,
} from '../../storage/sample.ts'

it('hands over the end of a very long talk, which is what a person needs', async () => {
  const store = await createStore({ dataDir: temporaryDirectory() })
  await startConversation(store, 'c1')
  await accepted(store, message('c1', 'the first word'))
  const replies = Array.from({ length: 2_100 }, (_, index) => reply(`line ${index}`))
  await work(store, 'c1', { replies })
  await accepted(store, message('c1', 'I want a person'))
  const note = {
    key: 'k',
    conversationId: 'c1',
    news: { kind: 'initiate', handoffId: 'h' },
  } as const
  const event = await handoffEvent(note, { store, facts: async () => ({}) })
  const said = JSON.stringify(event)
  expect(said).toContain('I want a person')
  expect(said).not.toContain('the first word')
  await store.close()
})
