import type { z } from 'zod'
import type { JsonObject } from '../../ports/json.ts'
import { Refusal } from '../refusal.ts'
import type { Reply } from '../reply.ts'
import type { Route, WebRequest } from '../request.ts'
import { bearerOf, sameSecret } from '../secrets.ts'
import { validate } from '../validate.ts'

/** One API call, described once: the route and its documentation both come from it. */
export interface Operation<Query extends z.ZodType, Body extends z.ZodType> {
  method: 'GET' | 'POST'
  /** With `{name}` parts, as OpenAPI writes them. */
  path: string
  summary: string
  query?: Query | undefined
  body?: Body | undefined
  answer: z.ZodType
  status?: number | undefined
  run(input: {
    params: Readonly<Record<string, string>>
    query: z.infer<Query>
    body: z.infer<Body>
    headers: WebRequest['headers']
  }): Promise<unknown> | unknown
}

/** An operation whose own types are no longer of interest. */
export interface ApiOperation {
  method: 'GET' | 'POST'
  path: string
  summary: string
  query?: z.ZodType | undefined
  body?: z.ZodType | undefined
  answer: z.ZodType
  status: number
  handle(request: WebRequest): Promise<Reply>
}

/** Ties an operation's check of query and body to its run. */
export function operation<Query extends z.ZodType, Body extends z.ZodType>(
  described: Operation<Query, Body>,
): ApiOperation {
  const { method, path, summary, query, body, answer, status = 200 } = described
  const handle = async (request: WebRequest): Promise<Reply> => {
    const json = await described.run({
      params: request.params,
      query: query ? validate(query, Object.fromEntries(request.query), 'The query') : undefined,
      body: body ? validate(body, (await request.json()) ?? {}) : undefined,
      headers: request.headers,
    } as Parameters<typeof described.run>[0])
    return { status, json }
  }
  return { method, path, summary, query, body, answer, status, handle }
}

/** The route of an operation, open only to the holder of `adminToken`. */
export function protectedRoute(described: ApiOperation, adminToken: string): Route {
  return {
    method: described.method,
    path: described.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    handler: (request) => {
      requireAdmin(request.headers.authorization, adminToken)
      return described.handle(request)
    },
  }
}

function requireAdmin(header: string | undefined, adminToken: string): void {
  const token = bearerOf(header)
  if (!token) {
    const message = 'Send the admin token: Authorization: Bearer <token>. It is printed at start.'
    throw new Refusal(401, 'MissingToken', message)
  }
  if (!sameSecret(token, adminToken)) {
    throw new Refusal(403, 'Forbidden', 'The admin token is wrong.')
  }
}

/** 404 in the words of the API. */
export function notFound(what: string): Refusal {
  return new Refusal(404, 'NotFound', `There is no such ${what}.`)
}

/** A plain object or an empty one. */
export function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {}
}
