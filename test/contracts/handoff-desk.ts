import { describe, expect, it } from 'vitest'
import type { DeskNews, DeskNote, HandoffDesk } from '../../src/ports/desk.ts'
import type { JsonObject } from '../../src/ports/json.ts'

/** A desk with a way to see what those who work at it see. */
export interface DeskUnderTest {
  desk: HandoffDesk
  /** A conversation that waits for a person, with its latest message. */
  waiting(): Promise<{ conversationId: string; handoffId: string; activityId: string }>
  /** The conversations that the desk shows as waiting or taken, each as often as it is shown. */
  shown(): Promise<string[]>
}

const signal = () => new AbortController().signal
const event = async (): Promise<JsonObject> => ({ type: 'event', name: 'handoff.initiate' })

/** What every desk must do, ours and those of others. */
export function handoffDeskContract(name: string, start: () => Promise<DeskUnderTest>): void {
  describe(name, () => {
    const noteOf = (conversationId: string, key: string, news: DeskNews): DeskNote => ({
      key,
      conversationId,
      news,
    })

    it('takes a call, what the customer writes, and the end of it', async () => {
      const { desk, waiting, shown } = await start()
      const { conversationId, handoffId, activityId } = await waiting()
      const all: DeskNews[] = [
        { kind: 'initiate', handoffId },
        { kind: 'message', handoffId, activityId },
        { kind: 'status', handoffId, state: 'accepted' },
      ]
      for (const news of all) {
        const note = noteOf(conversationId, `k:${news.kind}`, news)
        expect(await desk.hand(note, event, signal())).toEqual({ kind: 'taken' })
      }
      expect(await shown()).toEqual([conversationId])
      const end: DeskNews = { kind: 'status', handoffId, state: 'completed' }
      const note = noteOf(conversationId, 'k:end', end)
      expect(await desk.hand(note, event, signal())).toEqual({ kind: 'taken' })
    })

    it('counts what is handed over twice under one key once', async () => {
      const { desk, waiting, shown } = await start()
      const { conversationId, handoffId } = await waiting()
      const note = noteOf(conversationId, 'k:once', { kind: 'initiate', handoffId })
      await desk.hand(note, event, signal())
      expect(await desk.hand(note, event, signal())).toEqual({ kind: 'taken' })
      expect(await shown()).toEqual([conversationId])
    })

    it('says of a conversation that is gone that it took or refused it, and does not throw', async () => {
      const { desk } = await start()
      const news: DeskNews = { kind: 'status', handoffId: 'gone', state: 'completed' }
      const handed = await desk.hand(noteOf('nobody', 'k:gone', news), event, signal())
      expect(['taken', 'refused']).toContain(handed.kind)
    })
  })
}
