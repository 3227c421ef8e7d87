import { onTestFinished, vi } from 'vitest'
import { WebSocket } from 'ws'
import { temporaryDatabase } from './postgres.ts'
import { type Chat, type RealServer, startServer, temporaryFolder } from './real-server.ts'
import { freePort, ownRedis } from './redis.ts'
import { call } from './web.ts'

/** What all processes of one deployment are given alike. */
export const sharedSecrets = {
  DIRECT_LINE_SECRET: 'direct-line-secret-of-this-test',
  ADMIN_TOKEN: 'admin-token-of-this-test',
  TOKEN_KEY: 'token-key-of-this-test-0123456789abcdef',
}

/** What opens a chat on any of them. */
export const keys = {
  secret: sharedSecrets.DIRECT_LINE_SECRET,
  adminToken: sharedSecrets.ADMIN_TOKEN,
  locale: 'en',
}

/** Real processes on a database of their own; `end` takes all of it away. */
export async function deployment() {
  const database = await temporaryDatabase()
  const servers: RealServer[] = []
  const ends: (() => Promise<void> | void)[] = []
  return {
    /** A process of its own on the one database; the folders are apart, as on two machines. */
    async start(settings: Record<string, string> = {}): Promise<RealServer> {
      const folder = temporaryFolder()
      ends.push(folder.remove)
      const server = await startServer({
        ...sharedSecrets,
        DATABASE_URL: database.url,
        DATA_DIR: folder.path,
        ...settings,
      })
      servers.push(server)
      return server
    },
    /** A Redis that belongs to this deployment alone, and can be stopped. */
    async redis() {
      const own = ownRedis(await freePort())
      ends.push(() => own.stop())
      await own.start()
      return own
    },
    async end(): Promise<void> {
      await Promise.all(servers.map((each) => each.isRunning() && each.end('SIGKILL')))
      for (const end of ends) await end()
      await database.drop()
    },
  }
}

export type Deployment = Awaited<ReturnType<typeof deployment>>

/** What a process says of the deployment. */
export const processes = async ({ url }: RealServer) =>
  (await call(`${url}/api/v1/processes`, { token: sharedSecrets.ADMIN_TOKEN })).body

/** Resolves when Redis answers both and each knows of the other. */
export const bothKnown = (one: RealServer, two: RealServer) =>
  vi.waitFor(async () => {
    for (const each of [one, two]) {
      const { redis, processes: all } = await processes(each)
      if (redis !== 'answers' || all.length !== 2) throw new Error('not yet')
    }
  }, 10_000)

/** A socket on `server` for a conversation that lives elsewhere. Gone after the test. */
export async function socketOn(server: RealServer, { id, token }: Chat) {
  const { body } = await call(`${server.url}/v3/directline/conversations/${id}`, { token })
  const socket = new WebSocket(body.streamUrl)
  onTestFinished(() => socket.terminate())
  // biome-ignore lint/suspicious/noExplicitAny: tests read what came, whatever it is.
  const seen: any[] = []
  socket.on('message', (frame) => {
    // An empty frame only says that the socket lives.
    if (String(frame) !== '') seen.push(...JSON.parse(String(frame)).activities)
  })
  return {
    /** Every activity so far, in the order it came. */
    seen,
    answered: (askedId: string, timeout: number) =>
      vi.waitFor(
        () => {
          if (!seen.some(({ replyToId }) => replyToId === askedId)) throw new Error('not yet')
        },
        { timeout, interval: 5 },
      ),
    closed: new Promise((resolve) => socket.on('close', resolve)),
  }
}
