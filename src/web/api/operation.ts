import type { z } from 'zod'
import type { AgentRole } from '../../domain/agents/agent.ts'
import type { JsonObject } from '../../ports/json.ts'
import type { BucketName } from '../../ports/rate-limit.ts'
import { Refusal } from '../refusal.ts'
import type { Reply } from '../reply.ts'
import type { WebRequest } from '../request.ts'
import type { Session } from '../sign-in/sessions.ts'
import { validate } from '../validate.ts'
import { type About, changeOf, lookOf, type Noted, type Notes } from './audited.ts'

/** Who calls: the holder of the admin token, or somebody signed in at the desk. */
export interface Caller {
  /** The agent's id; absent for the admin token. */
  agentId?: string | undefined
  name: string
  role: AgentRole
  /** How they are signed in; absent for the admin token. */
  session?: Session | undefined
}

/** What every run gets of a request, checked. */
interface Input<Query extends z.ZodType, Body extends z.ZodType> {
  params: Readonly<Record<string, string>>
  query: z.infer<Query>
  body: z.infer<Body>
  headers: WebRequest['headers']
  /** The client's address. */
  address: string
  /** `http://host:port` as the client knows us. */
  origin: string
}

interface Described<Query extends z.ZodType, Body extends z.ZodType, Result> {
  method: 'GET' | 'POST'
  /** With `{name}` parts, as OpenAPI writes them. */
  path: string
  summary: string
  query?: Query | undefined
  body?: Body | undefined
  answer: z.ZodType
  status?: number | undefined
  /** Which limit counts it, as for a `Route`. */
  limit?: BucketName | undefined
  /**
   * How the audit notes it. Absent: a GET as a look and a POST as a change, of what its path names.
   * `look`: a POST that only shows. `nothing`: no customer's record is seen or changed, or the run
   * notes it itself.
   */
  record?: 'look' | 'nothing' | undefined
  /** What else the audit keeps of it: ids and states, never anybody's words. */
  about?: ((seen: Seen<Query, Body, Result>) => About) | undefined
  /** Makes the answer, where it is more than the result as JSON. */
  reply?: ((result: Awaited<Result>) => Reply) | undefined
}

interface Seen<Query extends z.ZodType, Body extends z.ZodType, Result> {
  params: Readonly<Record<string, string>>
  query: z.infer<Query>
  body: z.infer<Body>
  /** Of a look; a change is noted before it is made. */
  result?: Awaited<Result> | undefined
}

/** One API call, described once: the route and its documentation both come from it. */
export interface Operation<Query extends z.ZodType, Body extends z.ZodType, Result>
  extends Described<Query, Body, Result> {
  /** Who may call it. */
  role: AgentRole
  /** Open already to who came in with a temporary password and has not taken another one yet. */
  withTemporaryPassword?: true | undefined
  run(input: Input<Query, Body> & { caller: Caller }): Result
}

/** A call that anybody may make. It notes by itself what the audit must know. */
export interface OpenOperation<Query extends z.ZodType, Body extends z.ZodType, Result>
  extends Omit<Described<Query, Body, Result>, 'record' | 'about'> {
  run(input: Input<Query, Body>): Result
}

/** Who calls, and where it is noted. */
export interface Handling {
  /** Absent where anybody may call. */
  caller?: Caller | undefined
  notes: Notes
}

/** An answer that is not the operation's usual one: another status, or no JSON. */
export class OtherReply {
  readonly reply: Reply

  constructor(reply: Reply) {
    this.reply = reply
  }
}

/** An operation whose own types are no longer of interest. */
export interface ApiOperation {
  method: 'GET' | 'POST'
  path: string
  summary: string
  role: AgentRole | 'open'
  query?: z.ZodType | undefined
  body?: z.ZodType | undefined
  answer: z.ZodType
  status: number
  limit?: BucketName | undefined
  withTemporaryPassword?: true | undefined
  record: Noted
  handle(request: WebRequest, handling: Handling): Promise<Reply>
}

/** Ties an operation's check of query and body to its run, and both to the audit. */
export function operation<Query extends z.ZodType, Body extends z.ZodType, Result>(
  described: Operation<Query, Body, Result>,
): ApiOperation {
  const usual = described.method === 'GET' ? 'look' : 'change'
  return tied({ ...described, record: described.record ?? usual })
}

/** The same for a call that anybody may make. */
export function openOperation<Query extends z.ZodType, Body extends z.ZodType, Result>(
  described: OpenOperation<Query, Body, Result>,
): ApiOperation {
  return tied({ ...described, role: 'open', record: 'nothing' })
}

interface Tied<Query extends z.ZodType, Body extends z.ZodType, Result>
  extends Omit<Described<Query, Body, Result>, 'record'> {
  role: AgentRole | 'open'
  record: Noted
  run(input: Input<Query, Body> & { caller: Caller }): Result
}

function tied<Query extends z.ZodType, Body extends z.ZodType, Result>(
  described: Tied<Query, Body, Result>,
): ApiOperation {
  const { status = 200, reply, about, run, ...rest } = described
  return {
    ...rest,
    status,
    async handle(request, { caller, notes }) {
      const input = (await readInput(described, request)) as Input<Query, Body>
      const noted = (result?: Awaited<Result>) => about?.({ ...input, result }) ?? {}
      const start = async () => await run({ ...input, caller } as Parameters<typeof run>[0])
      let result: Awaited<Result>
      if (rest.record === 'change') {
        result = await notes.around(changeOf(rest, input.params, noted()), start)
      } else {
        result = await start()
      }
      if (rest.record === 'look') await notes.look(lookOf(rest, input.params, noted(result)))
      if (result instanceof OtherReply) return result.reply
      return reply ? reply(result) : { status, json: result }
    },
  }
}

async function readInput(
  { query, body }: { query?: z.ZodType | undefined; body?: z.ZodType | undefined },
  request: WebRequest,
) {
  const { params, headers, address, origin } = request
  return {
    params,
    headers,
    address,
    origin,
    query: query ? validate(query, Object.fromEntries(request.query), 'The query') : undefined,
    body: body ? validate(body, (await request.json()) ?? {}) : undefined,
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
