import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Agent } from '../../domain/agents/agent.ts'
import { foldLogin } from '../../domain/agents/login.ts'
import { locales } from '../../domain/locale.ts'
import { isFailure } from '../../errors.ts'
import type { AgentStore } from '../../ports/agents.ts'
import type { SignInPending, SignInPerson } from '../../ports/sign-in-service.ts'
import type { WebRequest } from '../request.ts'
import { readCookie, setCookie } from './cookies.ts'
import type { SignInProblem } from './refused-page.ts'
import type { Sessions } from './sessions.ts'

const cookie = 'daozhang-oidc'
/** Seconds somebody may take at the sign-in service. */
const pendingLife = 600

const pendingShape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() })

/**
 * What has to come back is kept by the browser: any process can go on with it. It is `Lax`, because
 * the way back begins at another site. To forge it somebody would have to write our cookies.
 */
export function pendingCookie(
  request: Pick<WebRequest, 'origin'>,
  pending: SignInPending | undefined,
): string {
  const value = pending ? Buffer.from(JSON.stringify(pending)).toString('base64url') : ''
  const maxAge = pending ? pendingLife : 0
  return setCookie(request, { name: cookie, value, maxAge, sameSite: 'Lax' })
}

/** What was kept; undefined when it is gone or not ours. */
export function readPending(
  request: Pick<WebRequest, 'headers' | 'origin'>,
): SignInPending | undefined {
  try {
    const text = Buffer.from(readCookie(request, cookie) ?? '', 'base64url').toString()
    return pendingShape.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

interface AccountNeeds {
  store: AgentStore
  sessions: Pick<Sessions, 'endAll'>
  now(): Date
}

/**
 * The account of somebody the service vouches for: made at their first sign-in, and with the role
 * their groups give them now. Accounts are known by the service's id for them, never by the login
 * alone: else who can choose a login there could take over an account here.
 */
export async function accountOf(
  { store, sessions, now }: AccountNeeds,
  { subject, login, name, role }: SignInPerson,
): Promise<Agent | Exclude<SignInProblem, 'refused' | 'unreachable' | 'too_late'>> {
  const known = await store.agentBySubject(subject)
  if (known?.disabled) return 'disabled'
  if (!role) {
    if (known) await sessions.endAll(known.id)
    return 'no_role'
  }
  if (known) return (await store.changeAgent(known.id, { role })) ?? known
  const agent = {
    id: randomUUID(),
    login: foldLogin(login).slice(0, 100),
    name: name.slice(0, 100),
    role,
    languages: [...locales],
    skills: [],
    capacity: 4,
    disabled: false,
    createdAt: now().toISOString(),
  }
  try {
    await store.createAgent({ agent, subject })
  } catch (error) {
    if (isFailure(error, 'state_conflict')) return 'login_taken'
    throw error
  }
  return { ...agent, presence: 'offline' }
}
