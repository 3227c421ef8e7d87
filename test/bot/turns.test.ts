import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { TurnDecision, TurnInput } from '../../src/bot/turn-decision.ts'
import { createTurns, type TurnsOptions } from '../../src/bot/turns.ts'
import { Failure } from '../../src/errors.ts'
import type { JsonObject } from '../../src/ports/json.ts'
import type { Store } from '../../src/ports/store.ts'
import { createStore } from '../../src/storage/store.ts'
import { startConversation, temporaryDirectory, ticket } from '../storage/sample.ts'

const now = new Date('2026-03-02T12:00:00.000Z')

const unchanged = ({ conversation: { state } }: TurnInput): TurnDecision => ({
  state,
  replies: [],
  tickets: [],
  handoffs: [],
})

const say = (text: string): JsonObject => ({ type: 'message', text })

/** Counts and answers each message with its number in the conversation. */
async function count(input: TurnInput): Promise<TurnDecision> {
  const n = Number(input.conversation.state.n ?? 0) + 1
  return {
    ...unchanged(input),
    state: { n },
    replies: [say(`${n}: ${input.inbound.activity.text}`)],
  }
}

async function setUp(changes: Partial<TurnsOptions> = {}) {
  const store = changes.store ?? (await createStore({ dataDir: temporaryDirectory() }))
  const fanOut = { publish: vi.fn(), typing: vi.fn() }
  const log = { warn: vi.fn(), error: vi.fn() }
  const turns = createTurns({
    store,
    fanOut,
    log,
    clock: { now: () => now },
    redact: (activity) => ({ activity, kinds: [] }),
    decide: count,
    apologise: (input) => ({ ...unchanged(input), replies: [say('Sorry.')] }),
    ...changes,
    // So rarely that only wake-ups count; a test of the poll says otherwise.
    limits: { pollMs: 3_600_000, ...changes.limits },
  })
  onTestFinished(async () => {
    await turns.stop()
    await store.close()
  })
  await startConversation(store, 'c1')
  await startConversation(store, 'c2')
  const receive = (text: string, conversationId = 'c1') =>
    turns.receive({
      channel: 'web',
      conversationId,
      dedupeKey: text,
      activity: { ...say(text), from: { id: 'dl_1' }, recipient: { id: 'bot' } },
    })
  return { store, turns, fanOut, log, receive }
}

async function said(store: Store, id = 'c1'): Promise<unknown[]> {
  const log = await store.activitiesAfter(id, 0, 10_000)
  return log.filter(({ direction }) => direction === 'out').map(({ activity }) => activity.text)
}

/** A promise with its handle. */
function gate() {
  return Promise.withResolvers<void>()
}

describe('turns › in order', () => {
  it('counts 50 messages sent at once to exactly 50, in the order accepted', async () => {
    const { store, turns, receive } = await setUp()
    await turns.start()
    const texts = Array.from({ length: 50 }, (_, n) => `m${n}`)
    const answers = await Promise.all(texts.map((text) => receive(text)))
    expect(new Set(answers.map((answer) => answer?.id)).size).toBe(50)
    await turns.stop()
    expect(await store.conversation('c1')).toMatchObject({ state: { n: 50 }, version: 50 })
    expect(await said(store)).toEqual(texts.map((text, n) => `${n + 1}: ${text}`))
  })

  it('works a message once however often it is sent', async () => {
    const { store, turns, receive } = await setUp()
    await turns.start()
    const first = await receive('hello')
    const repeats = await Promise.all([receive('hello'), receive('hello')])
    await turns.stop()
    expect(repeats).toEqual([1, 2].map(() => ({ id: first?.id, duplicate: true })))
    expect(await said(store)).toEqual(['1: hello'])
  })

  it('keeps each conversation’s order whatever the others do', async () => {
    const scheduled = fc.array(fc.tuple(fc.constantFrom('c1', 'c2'), fc.nat(3)), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(scheduled, fc.integer({ min: 1, max: 3 }), async (messages, capacity) => {
        const store = await createStore({ dataDir: temporaryDirectory() })
        const running = new Set<string>()
        const decide = async (input: TurnInput) => {
          const { id } = input.conversation
          expect(running.has(id)).toBe(false)
          running.add(id)
          for (let tick = 0; tick < Number(input.inbound.activity.ticks); tick += 1) {
            await new Promise((resolve) => setImmediate(resolve))
          }
          running.delete(id)
          return count(input)
        }
        const { turns } = await setUp({ store, decide, limits: { capacity } })
        await turns.start()
        await Promise.all(
          messages.map(([conversationId, ticks], n) =>
            turns.receive({
              channel: 'web',
              conversationId,
              dedupeKey: `k${n}`,
              activity: { type: 'message', text: `m${n}`, ticks },
            }),
          ),
        )
        await turns.stop()
        for (const id of ['c1', 'c2']) {
          const mine = messages.flatMap(([to], n) => (to === id ? [`m${n}`] : []))
          expect(await said(store, id)).toEqual(mine.map((text, n) => `${n + 1}: ${text}`))
        }
      }),
      { numRuns: 10 },
    )
  })

  it('goes on with other conversations while one is stuck', async () => {
    const { promise: stuck, resolve: free } = gate()
    const decide = async (input: TurnInput) => {
      if (input.conversation.id === 'c1') await stuck
      return count(input)
    }
    const { store, turns, receive } = await setUp({ decide, limits: { capacity: 2 } })
    await turns.start()
    await receive('slow', 'c1')
    await receive('fast', 'c2')
    await vi.waitFor(async () => expect(await said(store, 'c2')).toEqual(['1: fast']))
    expect(await said(store, 'c1')).toEqual([])
    free()
    await turns.stop()
    expect(await said(store, 'c1')).toEqual(['1: slow'])
  })

  it('works no more conversations at once than allowed', async () => {
    let running = 0
    let most = 0
    const decide = async (input: TurnInput) => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      return count(input)
    }
    const { store, turns, receive } = await setUp({ decide, limits: { capacity: 3 } })
    const ids = Array.from({ length: 12 }, (_, n) => `p${n}`)
    for (const id of ids) await startConversation(store, id)
    await turns.start()
    await Promise.all(ids.map((id) => receive('hello', id)))
    await turns.stop()
    expect(most).toBe(3)
    for (const id of ids) expect(await said(store, id)).toEqual(['1: hello'])
  })
})

describe('turns › starting and stopping', () => {
  it('takes up what was left', async () => {
    const { store, turns } = await setUp()
    for (const text of ['one', 'two']) {
      const at = now.toISOString()
      await store.accept({
        channel: 'web',
        conversationId: 'c1',
        dedupeKey: text,
        activity: say(text),
        at,
      })
    }
    await turns.start()
    await turns.stop()
    expect(await said(store)).toEqual(['1: one', '2: two'])
  })

  it('finds work that no wake-up told of', async () => {
    const { store, turns } = await setUp({ limits: { pollMs: 5 } })
    await turns.start()
    const at = now.toISOString()
    await store.accept({
      channel: 'web',
      conversationId: 'c1',
      dedupeKey: 'k',
      activity: say('x'),
      at,
    })
    await vi.waitFor(async () => expect(await said(store)).toEqual(['1: x']))
  })

  it('takes no message once it is stopping', async () => {
    const { turns, receive } = await setUp()
    await turns.start()
    await turns.stop()
    await expect(receive('late')).rejects.toMatchObject({ code: 'store_unavailable' })
  })

  it('stops although a decision hangs, and leaves that message for the next start', async () => {
    const never = () => new Promise<TurnDecision>(() => undefined)
    const { store, turns, receive } = await setUp({ decide: never, limits: { drainMs: 1 } })
    await turns.start()
    await receive('hello')
    await turns.stop()
    expect(await store.conversationsWithWork(9)).toEqual(['c1'])
  })
})

describe('turns › telling', () => {
  it('refuses an unknown conversation', async () => {
    const { receive, fanOut } = await setUp()
    expect(await receive('hello', 'nobody')).toBeUndefined()
    expect(fanOut.publish).not.toHaveBeenCalled()
  })

  it('shows typing, then tells of the message and of the answer', async () => {
    const { turns, receive, fanOut } = await setUp()
    await turns.start()
    await receive('hello')
    await turns.stop()
    expect(fanOut.publish.mock.calls).toEqual([['c1'], ['c1']])
    expect(fanOut.typing.mock.calls).toEqual([
      [
        'c1',
        {
          type: 'typing',
          conversation: { id: 'c1' },
          from: { id: 'bot' },
          recipient: { id: 'dl_1' },
        },
      ],
    ])
  })

  it('works a silent event without showing it or typing', async () => {
    const { store, turns, fanOut } = await setUp()
    await turns.start()
    const activity = { type: 'event', name: 'agent_joined', text: 'x' }
    await turns.receive({
      channel: 'web',
      conversationId: 'c1',
      dedupeKey: 'e1',
      activity,
      silent: true,
    })
    await turns.stop()
    expect(await said(store)).toEqual(['1: x'])
    expect(fanOut.typing).not.toHaveBeenCalled()
    expect(fanOut.publish.mock.calls).toEqual([['c1']])
  })
})

describe('turns › redaction', () => {
  const hideDigits: TurnsOptions['redact'] = (activity, previousTexts) => {
    const digits = [...previousTexts, String(activity.text)].join('').replace(/\D/g, '')
    if (digits.length < 6) return { activity, kinds: [] }
    const hide = (text: string) => text.replace(/\d+/g, '#')
    return {
      activity: { ...activity, text: hide(String(activity.text)) },
      kinds: ['card_number'],
      previous: previousTexts.map(hide),
    }
  }

  it('keeps only what is redacted, and what was hidden', async () => {
    const { store, turns, receive } = await setUp({ redact: hideDigits })
    await turns.start()
    await receive('my card 123456')
    await turns.stop()
    const [entry] = await store.activitiesAfter('c1', 0, 1)
    expect(entry?.activity).toMatchObject({
      text: 'my card #',
      channelData: { redacted: { type: 'support/redaction', kinds: ['card_number'] } },
    })
    expect(await said(store)).toEqual(['1: my card #'])
  })

  it('hides a number split over messages, also when they arrive together', async () => {
    const { store, turns, receive } = await setUp({ redact: hideDigits })
    await Promise.all(['12', 'hello', '34', '56'].map((text) => receive(text)))
    await receive('7')
    await turns.stop()
    const log = await store.activitiesAfter('c1', 0, 100)
    const typed = log.filter(({ direction }) => direction === 'in')
    expect(typed.map(({ activity }) => activity.text)).toEqual(['#', 'hello', '#', '#', '7'])
  })

  it('hides a split number also when its second part is taken only at the second try', async () => {
    const { store, turns, receive } = await setUp({ redact: hideDigits })
    await receive('123')
    const { accept } = store
    store.accept = async () => {
      store.accept = accept
      throw new Failure('store_unavailable', 'killed')
    }
    await expect(receive('456')).rejects.toThrow('killed')
    await receive('456')
    await turns.stop()
    const log = await store.activitiesAfter('c1', 0, 100)
    const typed = log.filter(({ direction }) => direction === 'in')
    expect(typed.map(({ activity }) => activity.text)).toEqual(['#', '#'])
  })

  it('judges each conversation by its own messages', async () => {
    const { store, turns, receive } = await setUp({ redact: hideDigits })
    await receive('123', 'c1')
    await receive('456', 'c2')
    await turns.stop()
    const [entry] = await store.activitiesAfter('c2', 0, 1)
    expect(entry?.activity.text).toBe('456')
  })
})

describe('turns › failures', () => {
  const poison = async (input: TurnInput) => {
    if (input.inbound.activity.text === 'poison') throw new TypeError('4111 1111 1111 1111')
    return count(input)
  }

  it('tries three times, apologises, parks the message and goes on', async () => {
    const onFailure = vi.fn()
    const { store, turns, receive, log } = await setUp({ decide: poison, onFailure })
    await turns.start()
    await Promise.all([receive('poison'), receive('next')])
    await turns.stop()
    expect(await said(store)).toEqual(['Sorry.', '1: next'])
    expect(onFailure).toHaveBeenCalledTimes(3)
    const [dead, ...others] = await store.deadInbounds(10)
    expect(others).toEqual([])
    expect(dead).toMatchObject({ id: 'c1|0000001', activity: { text: 'poison' } })
    expect(dead?.reason).toMatch(/^TypeError at turns\.test\.ts:\d+$/)
    expect(JSON.stringify(log.warn.mock.calls)).not.toContain('4111')
    expect(log.warn).toHaveBeenLastCalledWith('turn_failed', {
      conversationId: 'c1',
      activityId: 'c1|0000001',
      attempt: 3,
      error: 'TypeError',
    })
  })

  it('answers normally when a later attempt succeeds', async () => {
    let left = 2
    const decide = async (input: TurnInput) => {
      if (left-- > 0) throw new Failure('provider_unavailable', 'down')
      return count(input)
    }
    const { store, turns, receive } = await setUp({ decide })
    await turns.start()
    await receive('hello')
    await turns.stop()
    expect(await said(store)).toEqual(['1: hello'])
    expect(await store.deadInbounds(10)).toEqual([])
  })

  it('parks a message without words when the apology fails too', async () => {
    const apologise = () => {
      throw new Error('no words')
    }
    const { store, turns, receive } = await setUp({ decide: poison, apologise })
    await turns.start()
    await Promise.all([receive('poison'), receive('next')])
    await turns.stop()
    expect(await said(store)).toEqual(['1: next'])
    expect(await store.deadInbounds(10)).toHaveLength(1)
  })

  it('gives up a decision that takes too long', async () => {
    const never = () => new Promise<TurnDecision>(() => undefined)
    const { store, turns, receive } = await setUp({ decide: never, limits: { decideMs: 1 } })
    await turns.start()
    await receive('hello')
    await turns.stop()
    expect(await said(store)).toEqual(['Sorry.'])
    expect((await store.deadInbounds(10))[0]?.reason).toMatch(/^TurnTimeout/)
  })

  it('decides anew when another turn has taken the ticket’s key', async () => {
    const seen: (string | undefined)[] = []
    const { promise: both, resolve: go } = gate()
    let deciding = 0
    const store = await createStore({ dataDir: temporaryDirectory() })
    const decide = async (input: TurnInput) => {
      const { id: conversationId } = input.conversation
      const open = await store.openTicketByKey('k')
      seen.push(open?.no)
      deciding += 1
      if (deciding === 2) go()
      await both
      const filed = ticket(`T-${conversationId}`, { conversationId, dedupeKey: 'k' })
      return {
        ...unchanged(input),
        replies: [say(open?.no ?? filed.no)],
        tickets: open ? [] : [filed],
      }
    }
    const { turns, receive } = await setUp({ store, decide })
    await turns.start()
    await Promise.all([receive('complain', 'c1'), receive('complain', 'c2')])
    await turns.stop()
    expect(await store.tickets({ limit: 10 })).toHaveLength(1)
    expect(seen).toHaveLength(3)
    expect(await said(store, 'c1')).toEqual(await said(store, 'c2'))
  })

  it('apologises when a decision conflicts every time', async () => {
    const decide = async (input: TurnInput) => ({
      ...unchanged(input),
      tickets: [ticket('A', { dedupeKey: 'k' }), ticket('B', { dedupeKey: 'k' })],
    })
    const { store, turns, receive } = await setUp({ decide })
    await turns.start()
    await receive('hello')
    await turns.stop()
    expect(await said(store)).toEqual(['Sorry.'])
    expect((await store.deadInbounds(10))[0]?.reason).toBe('state_conflict')
    expect(await store.tickets({ limit: 10 })).toEqual([])
  })

  it('waits for a store that is out, and counts no attempt', async () => {
    const real = await createStore({ dataDir: temporaryDirectory() })
    let outages = 5
    const store: Store = {
      ...real,
      async commitTurn(turn) {
        if (outages-- > 0) throw new Failure('store_unavailable', 'the disk is full')
        return real.commitTurn(turn)
      },
    }
    const { turns, receive, log } = await setUp({ store, limits: { pollMs: 5 } })
    await turns.start()
    await receive('hello')
    await vi.waitFor(async () => expect(await said(store)).toEqual(['1: hello']))
    expect(log.error).toHaveBeenCalledTimes(5)
    expect(log.error).toHaveBeenCalledWith('turn_interrupted', {
      conversationId: 'c1',
      code: 'store_unavailable',
    })
    expect(log.warn).not.toHaveBeenCalled()
  })

  it('counts no attempt when the store is out while a turn is decided', async () => {
    const store = await createStore({ dataDir: temporaryDirectory() })
    let outages = 5
    const { turns, receive, log } = await setUp({
      store,
      limits: { pollMs: 5 },
      decide: async (input) => {
        if (outages-- > 0) throw new Failure('store_unavailable', 'the disk is full')
        return count(input)
      },
    })
    await turns.start()
    await receive('hello')
    await vi.waitFor(async () => expect(await said(store)).toEqual(['1: hello']))
    expect(log.warn).not.toHaveBeenCalled()
    expect(await store.deadInbounds(10)).toEqual([])
  })

  it('does not acknowledge what could not be stored', async () => {
    const real = await createStore({ dataDir: temporaryDirectory() })
    const store: Store = {
      ...real,
      accept: () => Promise.reject(new Failure('store_unavailable', 'the disk is full')),
    }
    const { turns, receive } = await setUp({ store })
    await turns.start()
    await expect(receive('hello')).rejects.toMatchObject({ code: 'store_unavailable' })
    expect(await real.lastSeq('c1')).toBe(0)
  })
})

describe('turns › with neighbours', () => {
  const neighbours = () => {
    const takers: ((id: string) => void)[] = []
    return {
      offer: vi.fn<(id: string) => void>(),
      onOffer: (take: (id: string) => void) => void takers.push(take),
      say: (id: string) => takers.forEach((take) => void take(id)),
    }
  }

  it('works its own messages and offers none while it has room', async () => {
    const offers = neighbours()
    const { store, turns, receive } = await setUp({ offers })
    await turns.start()
    await receive('hello')
    await turns.stop()
    expect(await said(store)).toEqual(['1: hello'])
    expect(offers.offer).not.toHaveBeenCalled()
  })

  it('offers what it has no room for, and works it when nobody else does', async () => {
    const offers = neighbours()
    const { promise: stuck, resolve: free } = gate()
    const decide = async (input: TurnInput) => {
      await stuck
      return count(input)
    }
    const { store, turns, receive } = await setUp({
      offers,
      decide,
      limits: { capacity: 1, offerAbove: 0 },
    })
    await startConversation(store, 'c3')
    await turns.start()
    await receive('first', 'c1')
    await receive('second', 'c2')
    await receive('third', 'c3')
    expect(turns.inHand()).toEqual({ turns: 3, writes: 0 })
    expect(offers.offer.mock.calls).toEqual([['c3']])
    free()
    await turns.stop()
    expect(await said(store, 'c3')).toEqual(['1: third'])
  })

  it('works what another offers, until it stops', async () => {
    const offers = neighbours()
    const { store, turns } = await setUp({ offers })
    await turns.start()
    const accept = (dedupeKey: string) =>
      store.accept({
        channel: 'web',
        conversationId: 'c1',
        dedupeKey,
        activity: say(dedupeKey),
        at: now.toISOString(),
      })
    await accept('left by another')
    offers.say('c1')
    await vi.waitFor(async () => expect(await said(store)).toEqual(['1: left by another']))
    await turns.stop()
    await accept('too late')
    offers.say('c1')
    expect(turns.inHand().turns).toBe(0)
  })

  it('leaves to others what it cannot end before it stops', async () => {
    const offers = neighbours()
    const { promise: stuck, resolve: free } = gate()
    const decide = async (input: TurnInput) => {
      if (input.conversation.id === 'c1') await stuck
      return count(input)
    }
    const { turns, receive } = await setUp({
      offers,
      decide,
      limits: { capacity: 1, drainMs: 50 },
    })
    await turns.start()
    await receive('stuck', 'c1')
    await receive('waiting', 'c2')
    await turns.stop()
    expect(offers.offer.mock.calls).toEqual([['c2']])
    free()
  })

  it('counts the messages that are not durable yet', async () => {
    const store = await createStore({ dataDir: temporaryDirectory() })
    const { promise: disk, resolve: write } = gate()
    const slow: Store = {
      ...store,
      accept: async (inbound) => {
        await disk
        return store.accept(inbound)
      },
    }
    const { turns, receive } = await setUp({ store: slow })
    const both = [receive('one', 'c1'), receive('two', 'c2')]
    expect(turns.inHand().writes).toBe(2)
    write()
    await Promise.all(both)
    expect(turns.inHand().writes).toBe(0)
  })
})
