import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'

/** The live stream of the desk on one process, as a console holds it. Gone after the test. */
export async function listenToDesk(url: string, headers: Record<string, string>) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/desk/stream`, { headers })
  onTestFinished(() => socket.terminate())
  const frames: Record<string, string>[] = []
  socket.on('message', (data) => frames.push(JSON.parse(String(data))))
  await once(socket, 'open')
  return {
    /** Every frame so far. */
    frames,
    follow: (...ids: string[]) => socket.send(JSON.stringify({ follow: ids })),
    /** Forgets what was heard. */
    forget: () => frames.splice(0),
  }
}
