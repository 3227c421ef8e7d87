import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FanOut } from '../../src/ports/fan-out.ts'
import type { JsonObject } from '../../src/ports/json.ts'

export interface OpenFanOut {
  fanOut: FanOut
  /** Resolves when everything said so far has been heard. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** A connection that notes what it is told. */
export function listener() {
  return { wake: vi.fn<() => void>(), typing: vi.fn<(activity: JsonObject) => void>() }
}

/** What every fan-out must do, seen from one process. */
export function fanOutContract(name: string, open: () => Promise<OpenFanOut>): void {
  describe(`${name} › the fan-out contract`, () => {
    let opened: OpenFanOut
    let fanOut: FanOut

    beforeEach(async () => {
      opened = await open()
      fanOut = opened.fanOut
      return () => opened.close()
    })

    it('wakes every listener of a conversation, once a time, and no other', async () => {
      const [one, two, other] = [listener(), listener(), listener()]
      fanOut.subscribe('c1', one)
      fanOut.subscribe('c1', two)
      fanOut.subscribe('c2', other)
      fanOut.publish('c1')
      fanOut.publish('c1')
      await opened.settled()
      expect([one, two, other].map(({ wake }) => wake.mock.calls.length)).toEqual([2, 2, 0])
    })

    it('wakes before `publish` returns: nobody here waits for a network', () => {
      const one = listener()
      fanOut.subscribe('c1', one)
      fanOut.publish('c1')
      expect(one.wake).toHaveBeenCalledTimes(1)
    })

    it('hands a typing activity on, once', async () => {
      const one = listener()
      const sign = { type: 'typing', id: 't1', from: { id: 'dl_1', role: 'user' } }
      fanOut.subscribe('c1', one)
      fanOut.typing('c1', sign)
      await opened.settled()
      expect(one.typing.mock.calls).toEqual([[sign]])
      expect(one.wake).not.toHaveBeenCalled()
    })

    it('tells nothing after the subscription has ended', async () => {
      const [gone, stays] = [listener(), listener()]
      const end = fanOut.subscribe('c1', gone)
      fanOut.subscribe('c1', stays)
      end()
      end()
      fanOut.publish('c1')
      await opened.settled()
      expect(gone.wake).not.toHaveBeenCalled()
      expect(stays.wake).toHaveBeenCalledTimes(1)
    })

    it('keeps telling the others when one listener throws', async () => {
      const broken = listener()
      broken.wake.mockImplementation(() => {
        throw new Error('a broken connection')
      })
      const sound = listener()
      fanOut.subscribe('c1', broken)
      fanOut.subscribe('c1', sound)
      fanOut.publish('c1')
      await opened.settled()
      expect(sound.wake).toHaveBeenCalledTimes(1)
    })

    it('takes news that nobody listens to', async () => {
      fanOut.publish('nobody')
      fanOut.typing('nobody', { type: 'typing' })
      await opened.settled()
    })
  })
}
