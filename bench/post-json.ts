import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

export interface Post {
  url: string
  body: object
  token?: string
}

/** Posts JSON over kept connections; throws when the answer is no success or no JSON object. */
export function postJson({ url, body, token }: Post): Promise<Record<string, unknown>> {
  const sent = JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      agent,
      method: 'POST',
      timeout: 10_000,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(sent),
        ...(token && { authorization: `Bearer ${token}` }),
      },
    })
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in 10 s')))
    outgoing.on('error', (error) => {
      // A kept connection may be closed by the server just when it is taken up again.
      if (outgoing.reusedSocket && 'code' in error && error.code === 'ECONNRESET') {
        postJson({ url, body, ...(token && { token }) }).then(resolve, reject)
      } else reject(error)
    })
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        const { statusCode = 0 } = response
        if (statusCode >= 300) reject(new Error(`${url} answered ${statusCode}`))
        else resolve(text ? JSON.parse(text) : {})
      })
    })
    outgoing.end(sent)
  })
}

export function closeConnections(): void {
  agent.destroy()
}
