import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { accepted, file, message, noon, startConversation } from '../storage/sample.ts'

const later = '2026-03-02T13:00:00.000Z'

/** What every store must do with customers' files. */
export function fileContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} › the contract of files`, () => {
    let store: Store

    beforeEach(async () => {
      store = await open()
      await startConversation(store, 'c1')
      await startConversation(store, 'c2')
      return () => store.close()
    })

    const bytesOf = async (id: string) => (await store.file(id))?.bytes

    it.each([0, 1, 98_303, 98_304, 98_305, 400_000])(
      'keeps %i bytes as they came',
      async (size) => {
        const bytes = Buffer.from(Array.from({ length: size }, (_, at) => (at * 31) % 256))
        await accepted(store, message('c1', 'slip', { files: [file('f1', { bytes })] }))
        expect(await bytesOf('f1')).toEqual(bytes)
      },
    )

    it('names the files of a conversation, oldest first, without their bytes', async () => {
      const pdf = file('f1', { name: 'a.pdf', contentType: 'application/pdf' })
      await accepted(store, message('c1', 'one', { files: [file('f2')], at: later }))
      await accepted(store, message('c1', 'two', { files: [pdf] }))
      await accepted(store, message('c2', 'three', { files: [file('f3')] }))
      const known = { conversationId: 'c1', size: 7 }
      expect(await store.filesOf('c1')).toEqual([
        { ...known, id: 'f1', name: 'a.pdf', contentType: 'application/pdf', at: noon },
        { ...known, id: 'f2', name: '小票.png', contentType: 'image/png', at: later },
      ])
    })

    it('keeps no file of a message that it has already', async () => {
      await accepted(store, message('c1', 'slip', { files: [file('f1')] }))
      const again = await accepted(store, message('c1', 'slip', { files: [file('f2')] }))
      expect(again.duplicate).toBe(true)
      expect((await store.filesOf('c1')).map(({ id }) => id)).toEqual(['f1'])
    })

    it('takes a message in with its file, or neither', async () => {
      await accepted(store, message('c1', 'slip', { files: [file('f1')] }))
      const taken = store.accept(message('c1', 'other', { files: [file('f2'), file('f1')] }))
      await expect(taken).rejects.toMatchObject({ code: 'state_conflict' })
      expect(await store.lastSeq('c1')).toBe(1)
      expect(await store.file('f2')).toBeUndefined()
    })

    it('knows no file of a conversation that is not there', async () => {
      expect(await store.accept(message('c9', 'slip', { files: [file('f1')] }))).toBeUndefined()
      expect(await store.file('f1')).toBeUndefined()
    })

    it('deletes a file once, and remembers that it was there and who deleted it', async () => {
      await accepted(store, message('c1', 'slip', { files: [file('f1'), file('f2')] }))
      const deletion = { id: 'f1', by: 'a1', at: later }
      expect(await store.deleteFile(deletion)).toBe(true)
      expect(await store.deleteFile({ ...deletion, by: 'a2' })).toBe(false)
      expect(await store.deleteFile({ ...deletion, id: 'f9' })).toBe(false)
      expect(await store.file('f1')).toBeUndefined()
      expect(await bytesOf('f2')).toEqual(Buffer.from('picture'))
      expect(
        (await store.filesOf('c1')).map(({ deletedAt, deletedBy }) => [deletedAt, deletedBy]),
      ).toEqual([
        [later, 'a1'],
        [undefined, undefined],
      ])
    })

    it('names those from before an instant that are still there, oldest first', async () => {
      const at = (hour: number) => `2026-03-0${hour}T12:00:00.000Z`
      for (const day of [3, 1, 2, 4]) {
        const files = [file(`f${day}`)]
        await accepted(store, message('c1', `of ${day}`, { files, at: at(day) }))
      }
      await store.deleteFile({ id: 'f2', by: 'age', at: later })
      expect(await store.filesBefore(at(4), 10)).toEqual(['f1', 'f3'])
      expect(await store.filesBefore(at(4), 1)).toEqual(['f1'])
      expect(await store.filesBefore(at(1), 10)).toEqual([])
    })
  })
}
