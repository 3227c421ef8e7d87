import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { createStore } from '../../src/storage/store.ts'
import { startConversation, temporaryDirectory } from './sample.ts'

const ROUNDS = 20
const CONVERSATIONS = ['c1', 'c2', 'c3', 'c4']
const SEED = 20_260_302

/** Mulberry32: the same seed gives the same run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Witness {
  id: string
  conversationId: string
  text: string
}

/**
 * Starts a worker on the directory, sends it messages and kills it after so many
 * acknowledgements. Answers what it had acknowledged: the pipe is the witness.
 */
async function runUntilKilled(dataDir: string, lines: string[], killAfter: number) {
  const script = join(import.meta.dirname, 'crash-child.ts')
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  // Writing to a process that is just killed may fail; that is the point.
  child.stdin.on('error', () => undefined)
  const exit = once(child, 'exit')
  const seen: Witness[] = []
  if (killAfter === 0) child.kill('SIGKILL')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready') child.stdin.write(`${lines.join('\n')}\n`)
    else seen.push(witness(line))
    if (seen.length >= killAfter) child.kill('SIGKILL')
  }
  await exit
  return seen
}

function witness(line: string): Witness {
  const [id = '', conversationId = '', text = ''] = line.split(' ')
  return { id, conversationId, text }
}

/** Works what is left, as a restart would, and answers what each conversation has heard. */
async function finish(dataDir: string): Promise<Store> {
  await runToEnd(dataDir)
  return createStore({ dataDir })
}

async function runToEnd(dataDir: string): Promise<void> {
  const script = join(import.meta.dirname, 'crash-child.ts')
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end()
  await once(child, 'exit')
}

describe('the embedded store › kill -9', () => {
  it(`loses, doubles and reorders nothing in ${ROUNDS} kills (seed ${SEED})`, async () => {
    const random = randomFrom(SEED)
    const dataDir = temporaryDirectory()
    const first = await createStore({ dataDir })
    for (const id of CONVERSATIONS) await startConversation(first, id)
    await first.close()

    const acknowledged: Witness[] = []
    const sent: string[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const fresh = Array.from(
        { length: 60 },
        (_, n) => `${CONVERSATIONS[Math.floor(random() * 4)]} r${round}n${n}`,
      )
      // Senders repeat what may have been lost.
      const repeated = sent.filter(() => random() < 0.05)
      sent.push(...fresh)
      const killAfter = Math.floor(random() * 50)
      acknowledged.push(...(await runUntilKilled(dataDir, [...repeated, ...fresh], killAfter)))
    }

    const store = await finish(dataDir)
    expect(acknowledged.length).toBeGreaterThan(100)
    expect(await store.conversationsWithWork(10)).toEqual([])
    expect(await store.deadInbounds(10)).toEqual([])
    for (const id of CONVERSATIONS) await checkConversation(store, id, acknowledged)
    await store.close()
  }, 120_000)
})

async function checkConversation(store: Store, id: string, acknowledged: Witness[]) {
  const log = await store.activitiesAfter(id, 0, 100_000)
  const accepted = log.filter(({ direction }) => direction === 'in')
  const texts = accepted.map(({ activity }) => activity.text)
  expect(new Set(texts).size, 'nothing is accepted twice').toBe(texts.length)
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))

  const idOf = new Map(accepted.map((entry) => [entry.activity.text, entry.id]))
  const mine = acknowledged.filter(({ conversationId }) => conversationId === id)
  for (const { id: activityId, text } of mine) expect(idOf.get(text)).toBe(activityId)

  const conversation = await store.conversation(id)
  expect(conversation?.state.heard ?? [], 'every message was worked once, in order').toEqual(texts)
  const answers = log.filter(({ direction }) => direction === 'out')
  expect(answers.map(({ activity }) => activity.text)).toEqual(texts.map((text) => `heard ${text}`))
  expect(answers.map(({ activity }) => activity.replyToId)).toEqual(accepted.map((one) => one.id))
}
