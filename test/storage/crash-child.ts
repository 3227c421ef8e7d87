/**
 * A process that accepts and works messages until it is killed. Reads lines `conversation key` and
 * writes `id conversation key` for each message it has acknowledged, `ready` when it has started.
 */
import { createInterface } from 'node:readline'
import { createTurns } from '../../src/bot/turns.ts'
import type { JsonObject } from '../../src/ports/json.ts'
import { createStore } from '../../src/storage/store.ts'

const quiet = () => undefined
const store = await createStore({ dataDir: process.argv[2] ?? '' })
const clock = { now: () => new Date() }

/** Keeps every text it has answered, in order: what the test compares with. */
const turns = createTurns({
  store,
  clock,
  fanOut: { publish: quiet, typing: quiet },
  redact: (activity) => ({ activity, kinds: [] }),
  log: { warn: quiet, error: quiet },
  apologise: ({ conversation: { state } }) => ({ state, replies: [], tickets: [], handoffs: [] }),
  async decide({ conversation: { state }, inbound: { activity } }) {
    const heard = Array.isArray(state.heard) ? state.heard : []
    const reply: JsonObject = { type: 'message', text: `heard ${activity.text}` }
    return {
      state: { heard: [...heard, activity.text ?? null] },
      replies: [reply],
      tickets: [],
      handoffs: [],
    }
  },
})

await turns.start()
process.stdout.write('ready\n')

for await (const line of createInterface({ input: process.stdin })) {
  const [conversationId = '', text = ''] = line.split(' ')
  turns
    .receive({
      channel: 'web',
      conversationId,
      dedupeKey: text,
      activity: { type: 'message', text },
    })
    .then((answer) => process.stdout.write(`${answer?.id} ${conversationId} ${text}\n`))
    .catch((error: unknown) => process.stderr.write(`${error}\n`))
}
await turns.stop()
await store.close()
