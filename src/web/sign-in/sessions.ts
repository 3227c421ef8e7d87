import { hash, randomBytes } from 'node:crypto'
import type { Agent } from '../../domain/agents/agent.ts'
import { isCallNoted, isSessionAlive, sessionLife } from '../../domain/agents/session-life.ts'
import type { AgentStore } from '../../ports/agents.ts'
import { signInsTopic } from '../../ports/desk-topics.ts'
import type { FanOut } from '../../ports/fan-out.ts'
import type { WebRequest } from '../request.ts'
import { readCookie, setCookie } from './cookies.ts'

/** A sign-in that counts. */
export interface Session {
  /** The digest of the id in the cookie. */
  idHash: string
  agent: Agent
  /** Made of the id, so that only who has the cookie's answer to `GET /session` knows it. */
  csrfToken: string
  /** They came in with a password that somebody else has typed. */
  mustChangePassword: boolean
}

/** A sign-in just made: `id` goes into the cookie and is kept nowhere. */
export interface NewSession extends Session {
  id: string
}

export interface Sessions {
  /** Signs somebody in, under an id nobody can guess. */
  begin(agent: Agent, how?: Pick<Session, 'mustChangePassword'>): Promise<NewSession>
  /** The sign-in of a request; undefined when it has none, has ended, or its account is disabled. */
  of(request: Pick<WebRequest, 'headers' | 'origin'>): Promise<Session | undefined>
  /** Whether a sign-in still counts. Asking is no use of it: it lasts no longer for that. */
  counts(idHash: string): Promise<boolean>
  /** Signs out. */
  end(idHash: string): Promise<void>
  /** Signs somebody out everywhere. */
  endAll(agentId: string): Promise<void>
}

const cookie = 'daozhang'
/** 256 bits. */
const idBytes = 32

interface SessionNeeds {
  store: AgentStore
  now(): Date
  /** Hears that sign-ins have ended. */
  fanOut: Pick<FanOut, 'publish'>
}

/** The sign-ins in a store. */
export function createSessions({ store, now, fanOut }: SessionNeeds): Sessions {
  /** The sign-in with its account, as long as both count. */
  async function alive(idHash: string) {
    const row = await store.session(idHash)
    if (!row || !isSessionAlive(row, now())) return undefined
    const agent = await store.agent(row.agentId)
    return agent && !agent.disabled ? { row, agent } : undefined
  }

  return {
    async begin(agent, { mustChangePassword } = { mustChangePassword: false }) {
      const id = randomBytes(idBytes).toString('base64url')
      const session = { ...sessionOf(id, { agent, mustChangePassword }), id }
      const at = now()
      const times = { createdAt: at.toISOString(), seenAt: at.toISOString() }
      const { idHash } = session
      await store.createSession({ idHash, agentId: agent.id, mustChangePassword, ...times })
      await store.dropSessions(endedBy(at))
      return session
    },
    async of(request) {
      const id = readCookie(request, cookie)
      const found = id && (await alive(digest(id)))
      if (!found) return undefined
      const { row, agent } = found
      if (isCallNoted(row, now())) await store.touchSession(row.idHash, now().toISOString())
      return sessionOf(id, { agent, mustChangePassword: row.mustChangePassword })
    },
    counts: async (idHash) => (await alive(idHash)) !== undefined,
    async end(idHash) {
      await store.endSession(idHash)
      fanOut.publish(signInsTopic)
    },
    async endAll(agentId) {
      await store.endSessionsOf(agentId)
      fanOut.publish(signInsTopic)
    },
  }
}

/** The header that hands a sign-in to the browser. */
export function sessionCookie(request: Pick<WebRequest, 'origin'>, { id }: NewSession): string {
  const maxAge = sessionLife.longestMs / 1000
  return setCookie(request, { name: cookie, value: id, maxAge, sameSite: 'Strict' })
}

/** The header that takes it back. */
export function endedCookie(request: Pick<WebRequest, 'origin'>): string {
  return setCookie(request, { name: cookie, value: '', maxAge: 0, sameSite: 'Strict' })
}

type Person = Pick<Session, 'agent' | 'mustChangePassword'>

function sessionOf(id: string, person: Person): Session {
  return { ...person, idHash: digest(id), csrfToken: digest(`csrf ${id}`) }
}

function digest(text: string): string {
  return hash('sha256', text, 'base64url')
}

function endedBy(at: Date) {
  const ago = (ms: number) => new Date(at.getTime() - ms).toISOString()
  return { createdBefore: ago(sessionLife.longestMs), seenBefore: ago(sessionLife.idleMs) }
}
