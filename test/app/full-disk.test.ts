import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runOnFullDisk } from '../support/full-disk.ts'
import { temporaryFolder } from '../support/real-server.ts'
import { mayMount, type SmallDisk, smallDisk } from '../support/small-disk.ts'

/** A log that repeats itself with every refused request would outgrow this. */
const CALM_LOG_BYTES = 20_000

function newDisk(): SmallDisk {
  const fresh = smallDisk(48)
  if (!fresh) throw new Error('no small disk')
  onTestFinished(fresh.remove)
  return fresh
}

/** Where nobody may mount, the store's own test with a limit of pages stands in. */
describe.skipIf(!mayMount())('the whole service on a full disk', () => {
  it.each([
    ['goes on by itself when there is room again', { kill: false, logInside: false }],
    ['goes on although its log is on the same disk', { kill: false, logInside: true }],
    ['keeps what it acknowledged when it is killed meanwhile', { kill: true, logInside: true }],
  ])(
    'refuses new messages honestly, still reads, and %s',
    async (_what, { kill, logInside }) => {
      const small = newDisk()
      const { path, remove } = temporaryFolder()
      onTestFinished(remove)
      const logFile = join(logInside ? small.path : path, 'log')
      const round = await runOnFullDisk({ disk: small, logFile, kill, chats: 3, fullMs: 1_000 })
      expect(round.broken).toEqual([])
      expect(round.refused).toBeGreaterThan(3)
      expect(round.logBytes).toBeLessThan(CALM_LOG_BYTES)
    },
    120_000,
  )
})
