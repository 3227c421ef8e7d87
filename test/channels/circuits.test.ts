import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { Attempt } from '../../src/channels/attempt.ts'
import { createCircuits } from '../../src/channels/circuits.ts'

const down: Attempt = { kind: 'unreachable', reason: 'http_503' }
const sent: Attempt = { kind: 'sent' }
const alone = { kind: 'untried', reason: 'host_left_alone' }

function setUp() {
  const log = { warn: vi.fn(), info: vi.fn() }
  const run = createCircuits({ log, breakAfter: 2, breakMs: 50 })
  const fail = vi.fn(async () => down)
  return { run, fail, log }
}

describe('circuits', () => {
  it('leave a host alone after it failed so often in a row, and no other', async () => {
    const { run, fail, log } = setUp()
    for (let n = 0; n < 4; n += 1) await run('a', fail)
    expect(fail).toHaveBeenCalledTimes(2)
    expect(await run('a', fail)).toMatchObject(alone)
    expect(await run('b', async () => sent)).toEqual(sent)
    expect(log.warn).toHaveBeenCalledWith('host_left_alone', { url: 'a' })
  })

  it.each([
    { kind: 'busy', reason: 'http_429' },
    { kind: 'refused', reason: 'http_403' },
  ] as const)('do not take %o for an outage', async (answer) => {
    const { run } = setUp()
    for (let n = 0; n < 4; n += 1) expect(await run('a', async () => answer)).toEqual(answer)
  })

  it('let one attempt find out whether the host is back; the others do not wait for it', async () => {
    const { run, fail, log } = setUp()
    await run('a', fail)
    await run('a', fail)
    await pause(60)
    let answer: (attempt: Attempt) => void = () => undefined
    const first = run('a', () => new Promise((resolve) => (answer = resolve)))
    expect(await run('a', fail)).toMatchObject(alone)
    answer(sent)
    expect(await first).toEqual(sent)
    expect(await run('a', async () => sent)).toEqual(sent)
    expect(log.info).toHaveBeenCalledWith('host_is_back', { url: 'a' })
  })

  it('pass on what an attempt throws', async () => {
    const { run } = setUp()
    const broken = run('a', async () => {
      throw new TypeError('x')
    })
    await expect(broken).rejects.toThrow(TypeError)
  })
})
