import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Json } from '../ports/json.ts'
import type { BucketName } from '../ports/rate-limit.ts'
import type { Reply } from './reply.ts'

/** A request as our routes see it; they know nothing of the HTTP framework. */
export interface WebRequest {
  id: string
  method: string
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  headers: IncomingHttpHeaders
  /** The client's address: behind a trusted proxy, the one the proxy names. */
  address: string
  /** `http://host:port` as the client knows us. */
  origin: string
  /** The body as tidied JSON; undefined when empty. Throws `Refusal` 400, 408, 413. */
  json(limit?: number): Promise<Json | undefined>
  /** The unread body, for routes that stream it. */
  raw: IncomingMessage
}

export type Handler = (request: WebRequest) => Promise<Reply> | Reply

export interface Route {
  method: 'GET' | 'POST'
  path: string
  handler: Handler
  /** Which limit counts it; `none` for routes that must never answer 429. Default `address`. */
  limit?: BucketName | 'none' | undefined
  /**
   * What it answers while the process takes no new work; `serve` goes on answering. Default: 503 for
   * everything that is posted and for `/api`, else `serve`.
   */
  whenBusy?: 503 | 429 | 'serve' | undefined
}
