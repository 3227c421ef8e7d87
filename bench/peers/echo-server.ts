import {
  type Activity,
  ActivityHandler,
  BotAdapter,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder'
import restify from 'restify'

/*
 * The peers: an echo bot on restify, without state, store or understanding.
 *   node bench/peers/echo-server.ts cloud   as the samples wire it: CloudAdapter; it answers by an
 *                                           HTTP call-back to `serviceUrl`, or inline when the
 *                                           activity says `deliveryMode: expectReplies`
 *   node bench/peers/echo-server.ts bare    an in-process BotAdapter; the answer is in the response
 * Without credentials: loopback only.
 */

class EchoBot extends ActivityHandler {
  constructor() {
    super()
    this.onMessage(async (context, next) => {
      const reply = `Echo: ${context.activity.text}`
      await context.sendActivity(MessageFactory.text(reply, reply))
      await next()
    })
  }
}

/** The least an adapter can be: it keeps what the bot sends. */
class BareAdapter extends BotAdapter {
  readonly sent: Partial<Activity>[] = []

  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    this.sent.push(...activities)
    return activities.map(() => ({ id: '' }))
  }
  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}

  async process(activity: Partial<Activity>, bot: EchoBot): Promise<Partial<Activity>[]> {
    await this.runMiddleware(new TurnContext(this, activity), (context) => bot.run(context))
    return this.sent
  }
}

const bot = new EchoBot()
const server = restify.createServer()
server.use(restify.plugins.bodyParser())

if (process.argv[2] === 'bare') {
  server.post('/api/messages', async (request, response) => {
    response.send(200, { activities: await new BareAdapter().process(request.body, bot) })
  })
} else {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  server.post('/api/messages', async (request, response) => {
    const { body, headers, method = 'POST' } = request
    await adapter.process({ body, headers, method }, response, (context) => bot.run(context))
  })
}

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`Listening on http://127.0.0.1:${server.address().port}/\n`)
})
