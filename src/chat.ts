import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Engine } from './app.ts'
import { loadConfig } from './config.ts'
import { Failure } from './errors.ts'

/** The same bot in a terminal, on a store of its own that is thrown away at the end. */
async function chat(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: an entry point reads the environment once.
  const env = process.env
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-chat-'))
  const config = loadConfig({ ...env, DATA_DIR: folder, LOG_LEVEL: env.LOG_LEVEL ?? 'silent' })
  const { createEngine } = await import('./app.ts')
  const { createLog } = await import('./observability/log.ts')
  const engine = await createEngine(config, createLog({ level: config.LOG_LEVEL }))
  await engine.start()
  try {
    await talk(engine, config.DEFAULT_LOCALE)
  } finally {
    await engine.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const channel = 'terminal'

async function talk(engine: Engine, locale: string): Promise<void> {
  const conversationId = randomUUID()
  const identity = { userId: 'terminal', trusted: false, locale }
  const createdAt = engine.clock.now().toISOString()
  await engine.store.createConversation({
    id: conversationId,
    channel,
    identity,
    state: {},
    createdAt,
  })
  const say = speaker(engine, conversationId)
  await say({ type: 'conversationUpdate', locale }, true)
  const input = createInterface({ input: process.stdin, terminal: false })
  prompt()
  for await (const line of input) {
    if (line.trim() === '/quit') break
    await say({ type: 'message', text: line, from: { id: 'terminal', role: 'user' } })
    prompt()
  }
}

function prompt(): void {
  if (process.stdin.isTTY) process.stdout.write('> ')
}

/** Sends an activity and prints what the bot answers to it. */
function speaker(engine: Engine, conversationId: string) {
  let watermark = 0
  let shown = Promise.resolve()
  /** What the assistant says by itself is shown as it comes, too. */
  const showNews = () => {
    shown = shown.then(async () => {
      const news = await engine.store.activitiesAfter(conversationId, watermark, 100)
      for (const { seq, direction, activity: said } of news) {
        watermark = seq
        if (direction === 'out') show(said)
      }
    })
    return shown
  }
  engine.fanOut.subscribe(conversationId, { wake: () => void showNews(), typing() {} })
  return async (
    activity: { [key: string]: string | { [key: string]: string } },
    silent = false,
  ) => {
    const settled = nextAnswer(engine, conversationId)
    await engine.inbox.receive({
      channel,
      conversationId,
      dedupeKey: randomUUID(),
      activity: { ...activity, channelId: channel, conversation: { id: conversationId } },
      silent,
    })
    await settled
    await showNews()
  }
}

/** Resolves when nothing of the conversation is left to work. */
function nextAnswer(engine: Engine, conversationId: string): Promise<void> {
  return new Promise((resolve) => {
    const end = engine.fanOut.subscribe(conversationId, {
      wake() {
        void engine.store.nextTurn(conversationId).then((left) => {
          if (left) return
          end()
          resolve()
        })
      },
      typing() {},
    })
  })
}

function show(activity: Record<string, unknown>): void {
  const { text, suggestedActions } = activity
  if (typeof text === 'string') process.stdout.write(`\n${text}\n`)
  const { actions } = (suggestedActions ?? {}) as { actions?: { title: string }[] }
  actions?.forEach(({ title }, index) => {
    process.stdout.write(`  ${index + 1}. ${title}\n`)
  })
}

chat().catch((error: unknown) => {
  process.stderr.write(error instanceof Failure ? `${error.message}\n` : `${String(error)}\n`)
  process.exit(1)
})
