import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createClient } from '@redis/client'

/** The Redis of the tests: yours, or the one of this machine. */
// biome-ignore lint/style/noProcessEnv: where the tests find their server.
export const redisUrl = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379'

/** Throws one sentence when there is no Redis to test on. */
export async function requireRedis(): Promise<void> {
  const client = createClient({ url: redisUrl, socket: { reconnectStrategy: false } })
  client.on('error', () => {})
  try {
    await client.connect()
    client.destroy()
  } catch {
    throw new Error(
      'These tests need a Redis: start one on 127.0.0.1:6379, or name one in REDIS_URL.',
    )
  }
}

/** A free port; nobody listens there yet. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** A Redis of the test's own, to stop and start again. Keeps nothing on disk. */
export function ownRedis(port: number) {
  let child: ChildProcess | undefined
  return {
    url: `redis://127.0.0.1:${port}`,
    async start(): Promise<void> {
      const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '']
      child = spawn('redis-server', [...args, '--appendonly', 'no'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      await ready(child)
    },
    async stop(): Promise<void> {
      if (child?.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'close')
    },
    /** Alive and silent: what a black hole looks like from here. */
    freeze: () => child?.kill('SIGSTOP'),
    thaw: () => child?.kill('SIGCONT'),
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', () => reject(new Error('These tests need `redis-server` on the PATH.')))
    child.once('close', () => reject(new Error('redis-server ended at its start.')))
    child.stdout?.on('data', (part: Buffer) => {
      if (part.includes('Ready to accept connections')) resolve()
    })
  })
}
