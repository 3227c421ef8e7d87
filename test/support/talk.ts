import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine, type Engine, type GivenParts } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import type { SupportEntity } from '../../src/domain/support-entity.ts'
import { createMind, type Mind } from '../../src/mind.ts'
import { createLog } from '../../src/observability/log.ts'
import type { JsonObject } from '../../src/ports/json.ts'
import type { Identity } from '../../src/ports/store.ts'
import { type MovableClock, movableClock } from './movable-clock.ts'

/** Learnt once for all engines of a test file. */
let learnt: Promise<Mind> | undefined

/** What every engine of this process understands and knows. */
export function learnMind(): Promise<Mind> {
  learnt ??= createMind()
  return learnt
}

/** The real engine on a folder of its own, with a world and a clock. */
export async function startEngine(
  settings: Record<string, string | undefined>,
  given: Omit<GivenParts, 'clock'> & { clock?: MovableClock | undefined } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-test-'))
  const config = loadConfig({ LOG_LEVEL: 'silent', ...settings, DATA_DIR: folder })
  const lines: string[] = []
  const log = createLog({ level: 'debug', destination: { write: (line) => lines.push(line) } })
  const clock = given.clock ?? movableClock(settings.CLOCK_START ?? new Date().toISOString())
  const mind = given.mind ?? (await learnMind())
  const engine = await createEngine(config, log, { ...given, clock, mind })
  await engine.start()
  return {
    engine,
    folder,
    lines,
    clock,
    talk: (identity?: Partial<Identity>) => startTalk(engine, identity, clock),
    async stop() {
      await engine.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type TestEngine = Awaited<ReturnType<typeof startEngine>>

export type Talk = Awaited<ReturnType<TestEngine['talk']>>

/** One bubble of the bot: its words and its support entities. */
export interface Bubble {
  text: string
  entities: SupportEntity[]
  choices: string[]
  /** What the pictures show, in words. */
  pictures?: string[] | undefined
}

/** A conversation in which each message waits for all of its answers. */
async function startTalk(engine: Engine, identity: Partial<Identity> = {}, clock: MovableClock) {
  const conversationId = randomUUID()
  await engine.store.createConversation({
    id: conversationId,
    channel: 'test',
    identity: { userId: `dl_${conversationId}`, trusted: false, ...identity },
    state: {},
    createdAt: engine.clock.now().toISOString(),
  })
  let watermark = 0

  async function send(activity: JsonObject, silent = false): Promise<Bubble[]> {
    await engine.inbox.receive({
      channel: 'test',
      conversationId,
      dedupeKey: randomUUID(),
      activity: { ...activity, conversation: { id: conversationId } },
      silent,
    })
    await worked()
    return newBubbles()
  }

  async function worked(): Promise<void> {
    while (await engine.store.nextTurn(conversationId)) {
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  /** Time passes: each timer goes off at its own moment, as it does while the service runs. */
  async function pass(until: string): Promise<Bubble[]> {
    const end = Date.parse(until)
    for (;;) {
      const [next] = await engine.store.timersOf(conversationId)
      if (!next || Date.parse(next.dueAt) > end) break
      clock.moveTo(next.dueAt)
      await engine.takeUp()
      await worked()
    }
    clock.moveTo(until)
    return newBubbles()
  }

  let notes: string[] = []

  async function newBubbles(): Promise<Bubble[]> {
    const news = await engine.store.activitiesAfter(conversationId, watermark, 200)
    watermark = news.at(-1)?.seq ?? watermark
    notes = news.flatMap(({ activity }) => noteIn(activity))
    return news
      .filter(({ direction, activity }) => direction === 'out' && activity.type === 'message')
      .map(({ activity: out }) => bubble(out))
  }

  return {
    conversationId,
    send,
    pass,
    /** Payments the last turns noted for the agent. */
    notes: () => notes,
    say: (text: string) => send({ type: 'message', text, from: { id: 'user', role: 'user' } }),
    event: (name: string, value: JsonObject = {}) => send({ type: 'event', name, value }, true),
  }
}

function noteIn({ name, value }: JsonObject): string[] {
  if (name !== 'support.note') return []
  return [String((value as JsonObject).transactionId)]
}

function bubble(activity: JsonObject): Bubble {
  const { suggestedActions, attachments } = activity as {
    suggestedActions?: { actions: { title: string }[] }
    attachments?: { name: string }[]
  }
  return {
    text: String(activity.text ?? ''),
    entities: (activity.entities ?? []) as unknown as SupportEntity[],
    choices: suggestedActions?.actions.map(({ title }) => title) ?? [],
    pictures: (attachments ?? []).map(({ name }) => name),
  }
}
