import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A wire to `target` that can be aimed elsewhere, cut, or left open and swallow everything. */
export async function wireTo(target: number) {
  let port = target
  const ends = new Set<Socket>()
  let swallow = false
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const end of [near, far]) {
      ends.add(end.on('error', () => end.destroy()))
      end.on('close', () => {
        ends.delete(end)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (bytes) => swallow || far.write(bytes))
    far.on('data', (bytes) => swallow || near.write(bytes))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const ownPort = typeof address === 'object' && address ? address.port : 0
  return {
    port: ownPort,
    /** Where new connections go from now on. */
    aim: (next: number) => {
      port = next
    },
    swallow: (on: boolean) => {
      swallow = on
    },
    cut: () => {
      for (const end of ends) end.destroy()
    },
    async close(): Promise<void> {
      for (const end of ends) end.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
