import type { z } from 'zod'
import { type AgentRole, mayActAs } from '../../domain/agents/agent.ts'
import type { JsonObject } from '../../ports/json.ts'
import { Refusal } from '../refusal.ts'
import type { Reply } from '../reply.ts'
import type { Route, WebRequest } from '../request.ts'
import { bearerOf, sameSecret } from '../secrets.ts'
import { validate } from '../validate.ts'

/** Who calls: the holder of the admin token, or somebody signed in at the desk. */
export interface Caller {
  /** The agent's id; absent for the admin token. */
  agentId?: string | undefined
  name: string
  role: AgentRole
}

/** Says who a request comes from. Throws `Refusal` 401 or 403. */
export type Access = (request: WebRequest) => Caller | Promise<Caller>

/** One API call, described once: the route and its documentation both come from it. */
export interface Operation<Query extends z.ZodType, Body extends z.ZodType> {
  method: 'GET' | 'POST'
  /** With `{name}` parts, as OpenAPI writes them. */
  path: string
  summary: string
  /** Who may call it. */
  role: AgentRole
  query?: Query | undefined
  body?: Body | undefined
  answer: z.ZodType
  status?: number | undefined
  run(input: {
    params: Readonly<Record<string, string>>
    query: z.infer<Query>
    body: z.infer<Body>
    headers: WebRequest['headers']
    caller: Caller
  }): Promise<unknown> | unknown
}

/** An operation whose own types are no longer of interest. */
export interface ApiOperation {
  method: 'GET' | 'POST'
  path: string
  summary: string
  role: AgentRole
  query?: z.ZodType | undefined
  body?: z.ZodType | undefined
  answer: z.ZodType
  status: number
  handle(request: WebRequest, caller: Caller): Promise<Reply>
}

/** Ties an operation's check of query and body to its run. */
export function operation<Query extends z.ZodType, Body extends z.ZodType>(
  described: Operation<Query, Body>,
): ApiOperation {
  const { method, path, summary, role, query, body, answer, status = 200 } = described
  const handle = async (request: WebRequest, caller: Caller): Promise<Reply> => {
    const json = await described.run({
      params: request.params,
      query: query ? validate(query, Object.fromEntries(request.query), 'The query') : undefined,
      body: body ? validate(body, (await request.json()) ?? {}) : undefined,
      headers: request.headers,
      caller,
    } as Parameters<typeof described.run>[0])
    return { status, json }
  }
  return { method, path, summary, role, query, body, answer, status, handle }
}

/** The route of an operation, open to whoever has the role for it. */
export function protectedRoute(described: ApiOperation, access: Access): Route {
  return {
    method: described.method,
    path: described.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    handler: async (request) => {
      const caller = await access(request)
      requireRole(caller, described.role)
      return described.handle(request, caller)
    },
  }
}

function requireRole({ role }: Caller, needed: AgentRole): void {
  if (mayActAs(role, needed)) return
  const message = `This needs the role ${needed}; you are signed in as ${role}.`
  throw new Refusal(403, 'RoleNotEnough', message)
}

/** Lets in the holder of the admin token, who may do everything. */
export function adminAccess(adminToken: string): (request: Pick<WebRequest, 'headers'>) => Caller {
  return ({ headers }) => {
    const token = bearerOf(headers.authorization)
    if (!token) {
      const message = 'Send the admin token: Authorization: Bearer <token>. It is printed at start.'
      throw new Refusal(401, 'MissingToken', message)
    }
    if (!sameSecret(token, adminToken)) {
      throw new Refusal(403, 'Forbidden', 'The admin token is wrong.')
    }
    return { name: 'admin token', role: 'admin' }
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
