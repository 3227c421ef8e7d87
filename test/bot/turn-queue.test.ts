import { describe, expect, it, vi } from 'vitest'
import { createTurnQueue } from '../../src/bot/turn-queue.ts'

describe('turn queue', () => {
  it('looks again when it is woken while the last look finds nothing', async () => {
    const looking = Promise.withResolvers<boolean>()
    const work = vi.fn().mockReturnValueOnce(looking.promise).mockResolvedValue(false)
    const queue = createTurnQueue({ capacity: 1, work, onTrouble: () => undefined })
    queue.wake('c1')
    queue.wake('c1')
    looking.resolve(false)
    await queue.idle()
    expect(work).toHaveBeenCalledTimes(2)
  })

  it('gives every conversation its turn before one gets its second', async () => {
    const left = new Map([
      ['busy', 3],
      ['quiet', 1],
    ])
    const order: string[] = []
    const work = async (id: string) => {
      order.push(id)
      left.set(id, (left.get(id) ?? 0) - 1)
      return (left.get(id) ?? 0) > 0
    }
    const queue = createTurnQueue({ capacity: 1, work, onTrouble: () => undefined })
    queue.wake('busy')
    queue.wake('quiet')
    await queue.idle()
    expect(order).toEqual(['busy', 'quiet', 'busy', 'busy'])
  })

  it('starts nothing after it is closed', async () => {
    const looking = Promise.withResolvers<boolean>()
    const work = vi.fn().mockReturnValue(looking.promise)
    const queue = createTurnQueue({ capacity: 1, work, onTrouble: () => undefined })
    queue.wake('c1')
    queue.wake('c2')
    queue.close()
    queue.wake('c3')
    looking.resolve(true)
    await queue.idle()
    expect(work.mock.calls).toEqual([['c1']])
  })
})
