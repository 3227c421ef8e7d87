import { hash } from 'node:crypto'
import type { JsonObject } from '../../ports/json.ts'
import type { Attempt } from '../attempt.ts'
import type { MicrosoftCredentials } from './authenticate.ts'
import { addressRefused, guardedAgents } from './public-agents.ts'

/** One reply and where it goes, in the service's own ids. */
export interface Post {
  deliveryId: string
  serviceUrl: string
  conversationId: string
  replyToId?: string | undefined
  activity: JsonObject
}

/** Sends a reply once, without redirects and without retries of its own. */
export type PostReply = (post: Post, signal: AbortSignal) => Promise<Attempt>

/**
 * The SDK's connector client with the bot's credentials; without any it reaches nothing but this
 * machine. The SDK is loaded at the first reply: it costs half a second.
 */
export function connectorClient(credentials: MicrosoftCredentials | undefined): PostReply {
  const agentFor = guardedAgents(credentials ? 'public' : 'loopback')
  let factory: ReturnType<typeof connectorFactory> | undefined
  return async ({ deliveryId, serviceUrl, conversationId, replyToId, activity }, signal) => {
    try {
      factory ??= connectorFactory(credentials)
      const { conversations } = await open(await factory, { serviceUrl, agentFor })
      const options = {
        abortSignal: signal,
        customHeaders: { 'Idempotency-Key': hash('sha256', deliveryId) },
      }
      if (replyToId === undefined) {
        await conversations.sendToConversation(conversationId, activity, options)
      } else {
        await conversations.replyToActivity(conversationId, replyToId, activity, options)
      }
      return { kind: 'sent' }
    } catch (error) {
      return judge(error, signal)
    }
  }
}

async function connectorFactory(credentials: MicrosoftCredentials | undefined) {
  const { ConfigurationBotFrameworkAuthentication } = await import('botbuilder')
  const { AuthenticationConstants, ClaimsIdentity } = await import('botframework-connector')
  const { ConnectorMappers } = await import(
    'botframework-connector/lib/connectorApi/connectorClient.js'
  )
  // The SDK means to send all fields of an entity, but its HTTP library asks this mapper, which
  // knows three of them.
  ConnectorMappers.Entity.type.additionalProperties = { type: { name: 'Object' } }
  const authentication = new ConfigurationBotFrameworkAuthentication({
    ...(credentials && {
      MicrosoftAppId: credentials.appId,
      MicrosoftAppPassword: credentials.appPassword,
      MicrosoftAppType: credentials.appType,
      MicrosoftAppTenantId: credentials.appTenantId,
    }),
  })
  const value = credentials?.appId ?? ''
  const claims = [AuthenticationConstants.AudienceClaim, AuthenticationConstants.AppIdClaim]
  const identity = new ClaimsIdentity(claims.map((type) => ({ type, value })))
  const audience = AuthenticationConstants.ToChannelFromBotOAuthScope
  const connectors = authentication.createConnectorFactory(identity)
  return (serviceUrl: string) => connectors.create(serviceUrl, audience)
}

type Connectors = Awaited<ReturnType<typeof connectorFactory>>
type AgentFor = ReturnType<typeof guardedAgents>

/** A client that sends once, to where it was told, over connections that are guarded. */
async function open(
  connectors: Connectors,
  { serviceUrl, agentFor }: { serviceUrl: string; agentFor: AgentFor },
) {
  const connector = await connectors(serviceUrl)
  const { pipeline } = httpClientOf(connector)
  for (const name of ['defaultRetryPolicy', 'redirectPolicy', 'proxyPolicy']) {
    // A policy that is gone by another name would be at work unseen.
    if (pipeline.removePolicy({ name }).length === 0) throw new TypeError(`No policy ${name}`)
  }
  pipeline.addPolicy({
    name: 'guardedAgent',
    sendRequest(request, next) {
      request.agent = agentFor(request.url)
      return next(request)
    },
  })
  return connector
}

interface HttpClient {
  pipeline: {
    removePolicy(which: { name: string }): unknown[]
    addPolicy(policy: {
      name: string
      sendRequest(request: Request, next: (request: Request) => unknown): unknown
    }): void
  }
}

interface Request {
  url: string
  agent?: unknown
}

/** The SDK offers no setting for any of this and keeps its HTTP client private. */
function httpClientOf(connector: object): HttpClient {
  return Reflect.get(connector, 'client') as HttpClient
}

/** What an error of the SDK means. Only its status and its code are looked at. */
function judge(error: unknown, signal: AbortSignal): Attempt {
  if (signal.aborted) return { kind: 'unreachable', reason: String(signal.reason) }
  if (property(error, 'code') === addressRefused) {
    return { kind: 'refused', reason: 'address_not_allowed' }
  }
  const status = statusOf(error)
  if (status === undefined) return withoutAnswer(error)
  // Taken, with an answer that cannot be read: sending it again would say it twice.
  if (status < 300) return { kind: 'sent' }
  const reason = `http_${status}`
  const retryAfterMs = retryAfter(error)
  if (status >= 500) return { kind: 'unreachable', reason, retryAfterMs }
  if ([408, 425, 429].includes(status)) return { kind: 'busy', reason, retryAfterMs }
  return { kind: 'refused', reason }
}

/** Only the SDK's HTTP errors are the host's fault; others are of our credentials, or ours. */
function withoutAnswer(error: unknown): Attempt {
  const name = error instanceof Error ? error.name : typeof error
  if (name === 'RestError') return { kind: 'unreachable', reason: 'no_connection' }
  return { kind: 'busy', reason: `not_sent_${name}` }
}

function statusOf(error: unknown): number | undefined {
  const status = property(error, 'statusCode')
  return typeof status === 'number' ? status : undefined
}

/** `Retry-After` in milliseconds; it is a number of seconds or a date. */
function retryAfter(error: unknown): number | undefined {
  const headers = property(property(error, 'response'), 'headers')
  const get = property(headers, 'get')
  const value: unknown = typeof get === 'function' ? get.call(headers, 'retry-after') : undefined
  if (typeof value !== 'string' || value === '') return undefined
  const seconds = Number(value)
  const ms = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1_000
  return ms > 0 ? ms : undefined
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
