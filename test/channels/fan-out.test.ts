import { expect, it } from 'vitest'
import { inProcessFanOut } from '../../src/channels/fan-out.ts'
import { fanOutContract, listener } from '../contracts/fan-out.ts'

fanOutContract('the fan-out in the process', async () => ({
  fanOut: inProcessFanOut(),
  settled: async () => {},
  close: async () => {},
}))

it('knows what is followed here and how far the slowest reader of each has come', () => {
  const fanOut = inProcessFanOut()
  const end = fanOut.subscribe('c1', { ...listener(), reached: () => 7 })
  fanOut.subscribe('c1', { ...listener(), reached: () => 4 })
  fanOut.subscribe('c2', { ...listener(), reached: () => 1 })
  expect([...fanOut.followed()]).toEqual([
    ['c1', 4],
    ['c2', 1],
  ])
  expect(fanOut.listeners()).toBe(3)
  end()
  expect(fanOut.listeners()).toBe(2)
})
