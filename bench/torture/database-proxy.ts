import { connect, createServer, type Server, type Socket } from 'node:net'
import type { DatabaseFault } from './plan.ts'

export interface DatabaseProxy {
  port: number
  /** Puts the fault between the service and its database; resolves when it is over. */
  disturb(fault: DatabaseFault, forMs: number): Promise<void>
  close(): void
}

interface Pair {
  service: Socket
  database: Socket
  /** Neither side hears the other any more, and neither is told. */
  deaf: boolean
}

const latencyMs = 40

/** A wire between one process and its database that we can cut, slow down or stop. */
export async function startDatabaseProxy(target: {
  host: string
  port: number
}): Promise<DatabaseProxy> {
  const pairs = new Set<Pair>()
  let fault: DatabaseFault | undefined
  let released = Promise.resolve()

  const server = createServer((service) => {
    if (fault === 'refuse') return service.resetAndDestroy()
    const pair = { service, database: connect(target), deaf: false }
    pairs.add(pair)
    joinPair(pair, () => pairs.delete(pair))
    const outwards = inOrder()
    const back = inOrder()
    service.on('data', (chunk) => outwards(() => pass(pair, pair.database, chunk)))
    pair.database.on('data', (chunk) => {
      if (fault === 'mid-answer') cut(pair)
      else back(() => pass(pair, service, chunk))
    })
  })
  const port = await listen(server)

  async function pass(pair: Pair, to: Socket, chunk: Buffer): Promise<void> {
    if (fault === 'stall') await released
    if (fault === 'latency') await pause(latencyMs)
    if (pair.deaf || !to.writable) return
    for (const piece of fault === 'slice' ? slices(chunk) : [chunk]) to.write(piece)
  }

  async function disturb(kind: DatabaseFault, forMs: number): Promise<void> {
    fault = kind
    released = pause(forMs)
    if (kind === 'cut' || kind === 'refuse') for (const pair of pairs) cut(pair)
    if (kind === 'deaf') for (const pair of pairs) pair.deaf = true
    await released
    fault = undefined
  }

  return {
    port,
    disturb,
    close() {
      server.close()
      for (const { service, database } of pairs) {
        service.destroy()
        database.destroy()
      }
    },
  }
}

/** Each side ends with the other. */
function joinPair(pair: Pair, onEnd: () => void): void {
  const { service, database } = pair
  for (const socket of [service, database]) {
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      if (!pair.deaf || socket === service) service.destroy()
      database.destroy()
      onEnd()
    })
  }
}

/** The answer may have been written already: the service cannot know what became of its commit. */
function cut({ service, database }: Pair): void {
  service.resetAndDestroy()
  database.destroy()
}

/** Runs jobs one after the other: a chunk that waits holds up those behind it. */
function inOrder() {
  let last = Promise.resolve()
  return (job: () => Promise<void>) => {
    last = last.then(job)
  }
}

function* slices(chunk: Buffer): Generator<Buffer> {
  for (let at = 0; at < chunk.length; at += 7) yield chunk.subarray(at, at + 7)
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
