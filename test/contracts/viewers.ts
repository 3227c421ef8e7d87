import { beforeEach, describe, expect, it } from 'vitest'
import { typingMs, type Viewers, viewedMs } from '../../src/ports/viewers.ts'

export interface OpenViewers {
  viewers: Viewers
  /** Lets so many milliseconds pass. */
  pass(ms: number): void
  close(): Promise<void>
}

/** What every list of who looks at what must do. */
export function viewersContract(name: string, open: () => Promise<OpenViewers>): void {
  describe(`${name} › the contract of viewers`, () => {
    let opened: OpenViewers
    let viewers: Viewers

    beforeEach(async () => {
      opened = await open()
      viewers = opened.viewers
      return () => opened.close()
    })

    const sign = (agentId: string, more: { typing?: boolean; conversationId?: string } = {}) =>
      viewers.seen({ conversationId: 'c1', agentId, name: `Agent ${agentId}`, ...more })
    const names = async () => (await viewers.of('c1')).map(({ name: each }) => each)

    it('names everybody who has it open, by name, and nobody of another conversation', async () => {
      await sign('bo')
      await sign('ana')
      await sign('eve', { conversationId: 'c2' })
      await sign('ana')
      expect(await viewers.of('c1')).toEqual([
        { agentId: 'ana', name: 'Agent ana', typing: false },
        { agentId: 'bo', name: 'Agent bo', typing: false },
      ])
      expect(await viewers.of('nobody')).toEqual([])
    })

    it('says who is writing, for a few seconds after the last sign of it', async () => {
      await sign('ana', { typing: true })
      await sign('ana')
      expect(await viewers.of('c1')).toMatchObject([{ typing: true }])
      opened.pass(typingMs + 1)
      expect(await viewers.of('c1')).toMatchObject([{ typing: false }])
    })

    it('forgets whoever gives no sign any more, and nobody else', async () => {
      await sign('ana')
      opened.pass(viewedMs - 1_000)
      await sign('bo')
      expect(await names()).toEqual(['Agent ana', 'Agent bo'])
      opened.pass(1_001)
      expect(await names()).toEqual(['Agent bo'])
    })
  })
}
