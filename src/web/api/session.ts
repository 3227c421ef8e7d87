import { randomUUID } from 'node:crypto'
import { presenceAt } from '../../domain/agents/presence.ts'
import { locales } from '../../domain/locale.ts'
import { deskTopics } from '../../ports/desk-topics.ts'
import { Refusal } from '../refusal.ts'
import type { JsonReply } from '../reply.ts'
import type { WebRequest } from '../request.ts'
import { sameSecret } from '../secrets.ts'
import {
  checkPassword,
  giveAddressTryBack,
  lockedOut,
  requireGoodPassword,
  takeAddressTry,
  wrongLogin,
} from '../sign-in/password-sign-in.ts'
import { endedCookie, type Session, sessionCookie } from '../sign-in/sessions.ts'
import { requireSession } from './access.ts'
import { publishedAgent } from './agents.ts'
import { nobody } from './audited.ts'
import type { DeskDependencies } from './dependencies.ts'
import {
  firstSignInBody,
  newPasswordBody,
  nothing,
  presenceBody,
  signedIn,
  signInBody,
  signInOptions,
} from './desk-schemas.ts'
import { type ApiOperation, openOperation, operation } from './operation.ts'

const base = '/api/v1/session'

/** Signing in and out, and what somebody at the desk says of themselves. */
export function sessionOperations(desk: DeskDependencies): ApiOperation[] {
  return [
    openOperation({
      method: 'GET',
      path: `${base}/options`,
      summary: 'How one can sign in here',
      answer: signInOptions,
      run: async () => ({
        firstSignIn: (await desk.store.agents()).length === 0,
        oidc: desk.signInService ? { name: desk.signInService.name } : null,
      }),
    }),
    signInOperation(desk),
    firstSignInOperation(desk),
    operation({
      method: 'GET',
      path: base,
      summary: 'Who is signed in',
      role: 'agent',
      withTemporaryPassword: true,
      answer: signedIn,
      record: 'nothing',
      run: ({ caller }) => signedInAs(desk, requireSession(caller)),
    }),
    signOutOperation(desk),
    passwordOperation(desk),
    operation({
      method: 'POST',
      path: `${base}/presence`,
      summary: 'A sign of life from a console, and where its agent is',
      role: 'agent',
      body: presenceBody,
      answer: nothing,
      record: 'nothing',
      async run({ caller, body: { presence } }) {
        const { agent } = requireSession(caller)
        const before = presenceAt(agent, desk.now())
        await desk.store.touchAgent(agent.id, presence, desk.now().toISOString())
        if (before !== presence) desk.fanOut.publish(deskTopics.agents)
        return {}
      },
    }),
  ]
}

function signInOperation(desk: DeskDependencies): ApiOperation {
  return openOperation({
    method: 'POST',
    path: base,
    summary: 'Sign in with login and password',
    body: signInBody,
    answer: signedIn,
    limit: 'signIn',
    async run({ body, address, headers, origin }) {
      const result = await checkPassword(desk, { ...body, address })
      const from = `from ${address}`
      if (result.outcome === 'locked') {
        await desk.audit.noteOnce(nobody, {
          act: 'session.locked',
          object: 'session',
          detail: from,
        })
        throw lockedOut(result.waitMs)
      }
      if (result.outcome === 'wrong') {
        const object = result.agent ? `agents/${result.agent.id}` : 'session'
        await desk.audit.note(nobody, { act: 'session.wrong', object, detail: from })
        throw wrongLogin()
      }
      return beginSession(desk, { ...result, request: { headers, origin }, from })
    },
    reply: (result) => result,
  })
}

function firstSignInOperation(desk: DeskDependencies): ApiOperation {
  return openOperation({
    method: 'POST',
    path: `${base}/first`,
    summary: 'The first sign-in of all: makes an admin’s account with the admin token',
    body: firstSignInBody,
    answer: signedIn,
    limit: 'signIn',
    async run({ body, address, headers, origin }) {
      await requireAdminToken(desk, body.adminToken, address)
      requireGoodPassword(body.password, body)
      const { login, name } = body
      const agent = {
        id: randomUUID(),
        login,
        name,
        role: 'admin' as const,
        languages: [...locales],
        skills: [],
        capacity: 4,
        disabled: false,
        createdAt: desk.now().toISOString(),
      }
      const password = { hash: await desk.passwords.hash(body.password), temporary: false }
      if (!(await desk.store.createFirstAgent({ agent, password }))) {
        throw new Refusal(409, 'AccountsExist', 'There are accounts already: sign in with one.')
      }
      const made = { ...agent, presence: 'offline' as const }
      const from = `first sign-in, from ${address}`
      return beginSession(desk, { agent: made, request: { headers, origin }, from })
    },
    reply: (result) => result,
  })
}

async function requireAdminToken(desk: DeskDependencies, token: string, address: string) {
  const waitMs = await takeAddressTry(desk, address)
  if (waitMs > 0) throw lockedOut(waitMs)
  if (!sameSecret(token, desk.adminToken)) {
    const act = { act: 'session.wrong', object: 'session/first', detail: `from ${address}` }
    await desk.audit.note(nobody, act)
    throw new Refusal(403, 'Forbidden', 'The admin token is wrong. It is printed at start.')
  }
  await giveAddressTryBack(desk, address)
}

function signOutOperation(desk: DeskDependencies): ApiOperation {
  return operation({
    method: 'POST',
    path: `${base}/end`,
    summary: 'Sign out',
    role: 'agent',
    withTemporaryPassword: true,
    answer: nothing,
    record: 'nothing',
    async run({ caller, origin }) {
      const { agent, idHash } = requireSession(caller)
      await desk.audit.note(agent.id, { act: 'session.end', object: `agents/${agent.id}` })
      await desk.sessions.end(idHash)
      await desk.store.touchAgent(agent.id, 'offline', desk.now().toISOString())
      return withCookie({}, endedCookie({ origin }))
    },
    reply: (result) => result,
  })
}

function passwordOperation(desk: DeskDependencies): ApiOperation {
  return operation({
    method: 'POST',
    path: `${base}/password`,
    summary: 'Take another password; every other sign-in of the account ends',
    role: 'agent',
    withTemporaryPassword: true,
    body: newPasswordBody,
    answer: signedIn,
    limit: 'signIn',
    record: 'nothing',
    async run({ caller, body: { current, next }, address, headers, origin }) {
      const { agent } = requireSession(caller)
      const given = { login: agent.login, password: current, address }
      const result = await checkPassword(desk, given)
      if (result.outcome === 'locked') throw lockedOut(result.waitMs)
      if (result.outcome === 'wrong') {
        throw new Refusal(403, 'WrongPassword', 'The current password is wrong.')
      }
      requireGoodPassword(next, agent)
      requireAnother({ current, next })
      await desk.audit.note(agent.id, { act: 'session.password', object: `agents/${agent.id}` })
      const hash = await desk.passwords.hash(next)
      await desk.store.setPassword(agent.id, { hash, temporary: false })
      await desk.sessions.endAll(agent.id)
      const from = `password changed, from ${address}`
      return beginSession(desk, { agent, request: { headers, origin }, from })
    },
    reply: (result) => result,
  })
}

/** Who keeps the password an admin gave them has not taken one of their own. */
function requireAnother({ current, next }: { current: string; next: string }): void {
  if (next !== current) return
  throw new Refusal(
    400,
    'PasswordUnchanged',
    'The new password is the one you have. Choose another.',
  )
}

interface Beginning {
  agent: Session['agent']
  /** They came in with a temporary password. */
  mustChangePassword?: boolean | undefined
  request: Pick<WebRequest, 'headers' | 'origin'>
  /** For the audit. */
  from: string
}

/** Signs somebody in anew: a sign-in the browser had before ends. */
export async function beginSession(desk: DeskDependencies, beginning: Beginning) {
  const { agent, mustChangePassword = false, request, from } = beginning
  const before = await desk.sessions.of(request)
  if (before) await desk.sessions.end(before.idHash)
  await desk.audit.note(agent.id, {
    act: 'session.begin',
    object: `agents/${agent.id}`,
    detail: from,
  })
  const session = await desk.sessions.begin(agent, { mustChangePassword })
  return withCookie(signedInAs(desk, session), sessionCookie(request, session))
}

function signedInAs(desk: DeskDependencies, { agent, csrfToken, mustChangePassword }: Session) {
  return { agent: publishedAgent(agent, desk.now()), csrfToken, mustChangePassword }
}

function withCookie(json: object, cookie: string): JsonReply {
  return { status: 200, json, headers: { 'set-cookie': cookie } }
}
