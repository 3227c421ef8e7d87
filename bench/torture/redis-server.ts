import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { settings } from '../../src/config.ts'

/** Whether this version of the service takes a `REDIS_URL` at all. */
export function takesRedis(): boolean {
  return settings.shape.REDIS_URL.safeParse('redis://127.0.0.1:6379').success
}

export interface RedisServer {
  url: string
  /** Gone for so long, then back and empty. */
  interrupt(forMs: number): Promise<void>
  /** How often that was done. */
  interruptions(): number
  stop(): void
}

/** A Redis of our own that keeps nothing: it may come and go. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const launch = () => spawn('redis-server', args, { stdio: 'ignore' })
  let server = launch()
  let interruptions = 0
  let stopped = false
  server.once('error', () => {
    throw new Error('The torture with Redis needs redis-server on this machine.')
  })
  await pause(200)
  return {
    url: `redis://127.0.0.1:${port}`,
    async interrupt(forMs) {
      interruptions += 1
      server.kill('SIGKILL')
      await pause(forMs)
      // An interruption may outlast the run.
      if (!stopped) server = launch()
    },
    interruptions: () => interruptions,
    stop() {
      stopped = true
      server.kill('SIGKILL')
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
