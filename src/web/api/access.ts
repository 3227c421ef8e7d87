import { type AgentRole, mayActAs } from '../../domain/agents/agent.ts'
import { Refusal } from '../refusal.ts'
import type { WebRequest } from '../request.ts'
import { bearerOf, sameSecret } from '../secrets.ts'
import { type OwnPageRequest, requireOwnPage } from '../sign-in/own-page.ts'
import type { Session, Sessions } from '../sign-in/sessions.ts'
import type { Caller } from './operation.ts'

/** What tells who calls. */
export type AccessRequest = OwnPageRequest

/** Says who a request comes from. Throws `Refusal` 401 or 403. */
export type Access = (request: AccessRequest) => Promise<Caller>

/**
 * Lets in the holder of the admin token, who may do everything, and whoever is signed in. Who sends
 * a token is judged by the token alone.
 */
export function deskAccess(needs: { adminToken: string; sessions: Sessions }): Access {
  return async (request) => {
    const { authorization } = request.headers
    if (authorization !== undefined) return tokenCaller(authorization, needs.adminToken)
    const session = await needs.sessions.of(request)
    if (!session) throw notSignedIn()
    requireOwnPage(request)
    if (request.method !== 'GET') requireCsrfToken(request, session)
    const { agent } = session
    return { agentId: agent.id, name: agent.name, role: agent.role, session }
  }
}

function tokenCaller(authorization: string, adminToken: string): Caller {
  const token = bearerOf(authorization)
  if (!token) {
    const message = 'Send the admin token: Authorization: Bearer <token>. It is printed at start.'
    throw new Refusal(401, 'MissingToken', message)
  }
  if (sameSecret(token, adminToken)) return { name: 'admin token', role: 'admin' }
  throw new Refusal(403, 'Forbidden', 'The admin token is wrong.')
}

function requireCsrfToken({ headers }: Pick<WebRequest, 'headers'>, session: Session): void {
  const given = headers['x-csrf-token']
  if (typeof given === 'string' && sameSecret(given, session.csrfToken)) return
  const message = 'Send the header x-csrf-token with the csrfToken of GET /api/v1/session.'
  throw new Refusal(403, 'CsrfTokenWrong', message)
}

/** 401: the call has no token, and no sign-in that still counts. */
export function notSignedIn(): Refusal {
  const message = 'Sign in at /console, or send the admin token: Authorization: Bearer <token>.'
  return new Refusal(401, 'NotSignedIn', message)
}

/** Throws 403 for a caller whose role does not reach up to `needed`. */
export function requireRole({ role }: Pick<Caller, 'role'>, needed: AgentRole): void {
  if (mayActAs(role, needed)) return
  const message = `This needs the role ${needed}; you are signed in as ${role}.`
  throw new Refusal(403, 'RoleNotEnough', message)
}

/** Throws 403 for who came in with a password that somebody else has typed. */
export function requireOwnPassword({ session }: Pick<Caller, 'session'>): void {
  if (!session?.mustChangePassword) return
  const message =
    'An admin set this password. Choose your own first: POST /api/v1/session/password.'
  throw new Refusal(403, 'PasswordChangeNeeded', message)
}

/** The sign-in of a caller. Throws 401 for the admin token, which has none. */
export function requireSession({ session }: Caller): Session {
  if (session) return session
  throw new Refusal(401, 'NotSignedIn', 'The admin token has no sign-in: use an account.')
}
