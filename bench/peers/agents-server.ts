import { ActivityHandler, CloudAdapter, MessageFactory } from '@microsoft/agents-hosting'
import express from 'express'

/*
 * The peer of the successor SDK: an echo agent of the Microsoft 365 Agents SDK on express, without
 * state, store or understanding. It answers by an HTTP call-back to `serviceUrl`, or inline when the
 * activity says `deliveryMode: expectReplies`. Without credentials: loopback only.
 */

class EchoAgent extends ActivityHandler {
  constructor() {
    super()
    this.onMessage(async (context, next) => {
      const reply = `Echo: ${context.activity.text}`
      await context.sendActivity(MessageFactory.text(reply, reply))
      await next()
    })
  }
}

const agent = new EchoAgent()
const adapter = new CloudAdapter()
const app = express()
app.use(express.json())
app.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => agent.run(context))
})

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  // Listening on a port, the address is an object.
  const port = typeof address === 'object' && address ? address.port : 0
  process.stdout.write(`Listening on http://127.0.0.1:${port}/\n`)
})
