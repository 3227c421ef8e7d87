import { expect, it } from 'vitest'
import { freshMemory, type Watch } from '../../dialogs/memory.ts'
import { createApology } from '../../src/bot/decide.ts'
import { writeMemory } from '../../src/bot/memory-schema.ts'
import type { TurnInput } from '../../src/bot/turn-decision.ts'

const watch: Watch = {
  transactionId: 'T1',
  state: 'watching',
  cause: 'RC_WITHIN_WINDOW',
  stage: 'SETTLING_ON_TIME',
  facts: { cues: [] },
  told: {
    expectedBy: '2026-11-24T18:00:00+08:00',
    dueAt: '2026-11-24T10:00:00.000Z',
    wholeDay: false,
    timeZone: 'Asia/Shanghai',
  },
  nextLookAt: '2026-11-24T10:02:00.000Z',
  unanswered: 0,
  moves: 0,
  heldBack: false,
}

function input(): TurnInput {
  const memory = { ...freshMemory('en'), watches: [watch] }
  return {
    conversation: {
      id: 'c1',
      channel: 'web',
      identity: { userId: 'dl_1', trusted: false },
      state: writeMemory(memory),
      version: 3,
      createdAt: '2026-11-23T10:00:00.000Z',
      updatedAt: '2026-11-23T10:00:00.000Z',
    },
    inbound: {
      id: 'c1|x',
      seq: 0,
      activity: { type: 'event', name: 'timer.watch', value: { transactionId: 'T1' } },
      acceptedAt: '2026-11-24T10:02:00.000Z',
      attempts: 2,
    },
    now: new Date('2026-11-24T10:02:00Z'),
  }
}

it('says nothing to a customer who has asked nothing, and plans another look', async () => {
  const decision = await createApology('en')(input(), new Error('broken'))
  expect(decision.replies).toEqual([])
  expect(decision.state.watches).toMatchObject([{ nextLookAt: '2026-11-24T10:17:00.000Z' }])
  expect(decision.timers).toMatchObject([{ set: { id: 'watch|c1|T1' } }])
})
