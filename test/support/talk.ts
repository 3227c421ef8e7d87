import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine, type Engine } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import type { SupportEntity } from '../../src/domain/support-entity.ts'
import { createLog } from '../../src/observability/log.ts'
import type { JsonObject } from '../../src/ports/json.ts'
import type { Identity } from '../../src/ports/store.ts'

/** The real engine on a folder of its own, with a world and a clock. */
export async function startEngine(settings: Record<string, string | undefined>) {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-test-'))
  const config = loadConfig({ LOG_LEVEL: 'silent', ...settings, DATA_DIR: folder })
  const lines: string[] = []
  const log = createLog({ level: 'debug', destination: { write: (line) => lines.push(line) } })
  const engine = await createEngine(config, log)
  await engine.start()
  return {
    engine,
    folder,
    lines,
    talk: (identity?: Partial<Identity>) => startTalk(engine, identity),
    async stop() {
      await engine.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type TestEngine = Awaited<ReturnType<typeof startEngine>>

/** One bubble of the bot: its words and its support entities. */
export interface Bubble {
  text: string
  entities: SupportEntity[]
  choices: string[]
}

/** A conversation in which each message waits for all of its answers. */
async function startTalk(engine: Engine, identity: Partial<Identity> = {}) {
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
    while (await engine.store.nextTurn(conversationId)) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    const news = await engine.store.activitiesAfter(conversationId, watermark, 200)
    watermark = news.at(-1)?.seq ?? watermark
    return news
      .filter(({ direction }) => direction === 'out')
      .map(({ activity: out }) => bubble(out))
  }

  return {
    conversationId,
    send,
    say: (text: string) => send({ type: 'message', text, from: { id: 'user', role: 'user' } }),
    event: (name: string, value: JsonObject = {}) => send({ type: 'event', name, value }, true),
  }
}

function bubble(activity: JsonObject): Bubble {
  const { suggestedActions } = activity as { suggestedActions?: { actions: { title: string }[] } }
  return {
    text: String(activity.text ?? ''),
    entities: (activity.entities ?? []) as unknown as SupportEntity[],
    choices: suggestedActions?.actions.map(({ title }) => title) ?? [],
  }
}
