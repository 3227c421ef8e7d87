import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createStore } from '../../src/storage/store.ts'
import { accepted, message, startConversation, temporaryDirectory, work } from './sample.ts'

describe('the search of the embedded store', () => {
  it('leaves no trace on the disk of a text that is rewritten', async () => {
    const dataDir = temporaryDirectory()
    const store = await createStore({ dataDir })
    await startConversation(store, 'c1')
    await accepted(store, message('c1', 'half of it zq62220212', { dedupeKey: 'one' }))
    await work(store, 'c1')
    expect(await store.indexNext(10)).toBe(1)
    const onDisk = () =>
      readdirSync(dataDir).some((name) => readFileSync(join(dataDir, name)).includes('q62220212'))
    expect(onDisk()).toBe(true)
    const rewrite = [{ id: 'c1|0000001', text: 'half of it [card]' }]
    await accepted(store, message('c1', 'the rest', { rewrite }))
    expect(onDisk()).toBe(false)
    await store.close()
  })
})
