import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createOldFiles } from '../../src/bot/delete-old-files.ts'
import { createStore } from '../../src/storage/store.ts'
import {
  accepted,
  file,
  message,
  startConversation,
  temporaryDirectory,
} from '../storage/sample.ts'
import { stillClock } from '../support/movable-clock.ts'

const day = 24 * 3_600_000

async function withFiles(count: number) {
  const store = await createStore({ dataDir: temporaryDirectory() })
  onTestFinished(() => store.close())
  await startConversation(store, 'c1')
  const files = Array.from({ length: count }, (_, at) => file(`f${at}`))
  await accepted(store, message('c1', 'old', { files, at: '2026-03-01T00:00:00.000Z' }))
  const young = [file('young')]
  await accepted(store, message('c1', 'new', { files: young, at: '2026-03-02T00:00:00.000Z' }))
  const clock = stillClock('2026-03-31T00:00:00.000Z')
  const log = { info: vi.fn(), error: vi.fn() }
  const oldFiles = createOldFiles({ store, clock, log, keptDays: 30 })
  return {
    store,
    clock,
    log,
    oldFiles,
    left: async () => (await store.filesOf('c1')).filter(({ deletedAt }) => !deletedAt).length,
  }
}

describe('files whose time is over', () => {
  it('stay to the end of their last day', async () => {
    const { oldFiles, left } = await withFiles(2)
    await oldFiles.run()
    expect(await left()).toBe(3)
  })

  it('are deleted then, however many there are, and the log says how many', async () => {
    const { oldFiles, left, clock, log, store } = await withFiles(60)
    clock.moveTo('2026-03-31T00:00:01.000Z')
    await oldFiles.run()
    expect(await left()).toBe(1)
    expect(log.info.mock.calls).toEqual([
      ['old_files_deleted', { count: 50 }],
      ['old_files_deleted', { count: 10 }],
    ])
    expect(await store.filesOf('c1')).toContainEqual(
      expect.objectContaining({ deletedBy: 'age', deletedAt: '2026-03-31T00:00:01.000Z' }),
    )
    clock.moveTo(new Date(clock.now().getTime() + day).toISOString())
    await oldFiles.run()
    expect(await left()).toBe(0)
  })

  it('are deleted from the start of the service on', async () => {
    const { oldFiles, left, clock } = await withFiles(1)
    clock.moveTo('2026-04-30T00:00:00.000Z')
    oldFiles.start()
    await vi.waitFor(async () => expect(await left()).toBe(0))
    await oldFiles.stop()
  })

  it('are tried again later when the store is away', async () => {
    const { clock, log } = await withFiles(1)
    const store = { filesBefore: vi.fn().mockRejectedValue(new Error('away')), deleteFile: vi.fn() }
    const oldFiles = createOldFiles({ store, clock, log, keptDays: 30 })
    oldFiles.start()
    await vi.waitFor(() => expect(log.error).toHaveBeenCalledOnce())
    await oldFiles.stop()
    expect(log.error.mock.calls[0]?.[0]).toBe('old_files_not_deleted')
  })
})
