import { describe, expect, it } from 'vitest'
import { type Kept, keptFor } from '../../../src/web/widget/line/kept.ts'
import { Waiting, type WaitingAct } from '../../../src/web/widget/line/waiting.ts'

const day = 24 * 60 * 60_000

/** The store that all tabs of a browser share. */
function sharedStore() {
  const items = new Map<string, unknown>()
  const kept: Kept = {
    read: (part) => items.get(part),
    all: (start) => [...items].filter(([part]) => part.startsWith(start)).map(([, act]) => act),
    write: (part, value) => void (value ? items.set(part, value) : items.delete(part)),
    watch() {},
  }
  return { items, kept }
}

/** What waits in one tab, and what it posted. */
function tab(kept: Kept, now = () => 0) {
  const posted: string[] = []
  const waiting = new Waiting({
    kept,
    now,
    holder: () => '',
    post: async ({ key }) => void posted.push(key),
    listener: { sent() {}, refused() {}, gone() {}, changed() {} },
  })
  return { posted, waiting }
}

const says = (text: string): WaitingAct['activity'] => ({ type: 'message', text })
const keysOf = (acts: readonly WaitingAct[]) => acts.map(({ key }) => key)

describe('what waits to be sent', () => {
  it('is not undone by another tab that adds or removes at the same moment', async () => {
    const { items, kept } = sharedStore()
    const one = tab(kept)
    one.waiting.add('one', says('first'))
    /** A tab of another process sees the store a moment late. */
    const late = new Map(items)
    const other = tab({ ...kept, all: () => [...late.values()] })
    one.waiting.add('two', says('second'))
    other.waiting.add('three', says('from the other tab'))
    late.clear()
    expect(keysOf(one.waiting.list())).toHaveLength(3)
    other.waiting.forget()
    await one.waiting.flush()
    expect(one.posted.toSorted()).toEqual(['one', 'three', 'two'])
    expect(items.size).toBe(0)
  })

  it('stands in the order in which it was said, also within one instant', () => {
    const { waiting } = tab(sharedStore().kept)
    const keys = ['z', 'b', 'y', 'a']
    for (const key of keys) waiting.add(key, says(key))
    expect(keysOf(waiting.list())).toEqual(keys)
  })

  it('is sent where the browser’s store is full, and what cannot be read there is passed over', async () => {
    const full = new Proxy<Record<string, string>>(
      { 'daozhang.chat.waiting.odd': '{' },
      {
        set() {
          throw new Error('QuotaExceededError')
        },
      },
    )
    const { posted, waiting } = tab({ ...keptFor('chat', full), watch() {} })
    waiting.add('one', says('first'))
    await waiting.flush()
    expect(posted).toEqual(['one'])
  })

  it('is gone when it is forgotten, and after a day', () => {
    const { items, kept } = sharedStore()
    let now = 0
    const { waiting } = tab(kept, () => now)
    waiting.add('one', says('first'))
    waiting.forget()
    expect(items.size).toBe(0)
    waiting.add('two', says('second'))
    now = day + 2
    expect(waiting.list()).toEqual([])
    expect(items.size).toBe(0)
  })
})
