import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inProcessFanOut } from '../../src/channels/fan-out.ts'
import { createLook } from '../../src/channels/look.ts'
import { listener } from '../contracts/fan-out.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function setUp() {
  const fanOut = inProcessFanOut()
  const seqs = new Map<string, number>()
  const state = { told: false }
  const lastSeqs = vi.fn(async (ids: string[]) => {
    return new Map(ids.map((id) => [id, seqs.get(id) ?? 0]))
  })
  const log = { warn: vi.fn() }
  const look = createLook({ fanOut, lastSeqs, isTold: () => state.told, log })
  look.start()
  const follow = (id: string, reached?: number) => {
    const one = listener()
    fanOut.subscribe(id, { ...one, ...(reached !== undefined && { reached: () => reached }) })
    return one
  }
  return { look, seqs, state, lastSeqs, log, follow }
}

describe('the look for news nobody told of', () => {
  it('asks once for all conversations and wakes those that moved', async () => {
    const { seqs, lastSeqs, follow } = setUp()
    const [behind, level, ahead] = [follow('c1', 3), follow('c2', 5), follow('c3', 9)]
    seqs.set('c1', 4).set('c2', 5).set('c3', 2)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(lastSeqs.mock.calls).toEqual([[['c1', 'c2', 'c3']]])
    expect(behind.wake).toHaveBeenCalledTimes(1)
    expect(level.wake).not.toHaveBeenCalled()
    expect(ahead.wake).not.toHaveBeenCalled()
  })

  it('wakes a console, which does not say how far it has read, once for each move', async () => {
    const { seqs, follow } = setUp()
    const desk = follow('c1')
    seqs.set('c1', 4)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(desk.wake).toHaveBeenCalledTimes(1)
    seqs.set('c1', 6)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(desk.wake).toHaveBeenCalledTimes(2)
  })

  it('looks each second while not told, and each fifteen while told', async () => {
    const { state, lastSeqs, follow } = setUp()
    follow('c1', 0)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(lastSeqs).toHaveBeenCalledTimes(5)
    state.told = true
    await vi.advanceTimersByTimeAsync(30_000)
    expect(lastSeqs).toHaveBeenCalledTimes(7)
  })

  it('looks at once when asked to', async () => {
    const { look, seqs, state, follow } = setUp()
    state.told = true
    const one = follow('c1', 0)
    seqs.set('c1', 1)
    look.now()
    await vi.advanceTimersByTimeAsync(0)
    expect(one.wake).toHaveBeenCalledTimes(1)
  })

  it('asks nothing while nobody listens', async () => {
    const { lastSeqs } = setUp()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(lastSeqs).not.toHaveBeenCalled()
  })

  it('never asks twice at once, and goes on after a store that failed', async () => {
    const { lastSeqs, log, follow, seqs } = setUp()
    const one = follow('c1', 0)
    seqs.set('c1', 1)
    const { promise, reject } = Promise.withResolvers<Map<string, number>>()
    lastSeqs.mockReturnValueOnce(promise)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(lastSeqs).toHaveBeenCalledTimes(1)
    reject(new Error('the store is away'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(log.warn).toHaveBeenCalledWith('look_failed')
    expect(one.wake).toHaveBeenCalledTimes(1)
  })

  it('ends when stopped', async () => {
    const { look, lastSeqs, follow } = setUp()
    follow('c1', 0)
    look.stop()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(lastSeqs).not.toHaveBeenCalled()
  })
})
