import { randomUUID } from 'node:crypto'
import type { Agent } from '../../domain/agents/agent.ts'
import { presenceAt } from '../../domain/agents/presence.ts'
import { isFailure } from '../../errors.ts'
import type { AgentChange, KeptPassword } from '../../ports/agents.ts'
import { Refusal } from '../refusal.ts'
import { requireGoodPassword } from '../sign-in/password-sign-in.ts'
import type { DeskDependencies } from './dependencies.ts'
import {
  addAgentBody,
  agentList,
  changeAgentBody,
  nothing,
  oneAgent,
  passwordBody,
} from './desk-schemas.ts'
import { type ApiOperation, type Caller, notFound, operation } from './operation.ts'

const base = '/api/v1/agents'

/** Those who work at the desk, and their accounts. */
export function agentOperations(desk: DeskDependencies): ApiOperation[] {
  return [
    operation({
      method: 'GET',
      path: base,
      summary: 'Those who work at the desk, where they are and how much they have in hand',
      role: 'agent',
      answer: agentList,
      record: 'nothing',
      async run() {
        const [agents, active] = [await desk.store.agents(), await desk.store.activeByAgent()]
        const now = desk.now()
        return {
          agents: agents.map((each) => ({
            ...publishedAgent(each, now),
            active: active.get(each.id) ?? 0,
          })),
        }
      },
    }),
    addOperation(desk),
    changeOperation(desk),
    operation({
      method: 'POST',
      path: `${base}/{id}/password`,
      summary: 'Give somebody a new password; all their sign-ins end',
      role: 'admin',
      body: passwordBody,
      answer: nothing,
      async run({ params, body: { password }, caller }) {
        const agent = await existing(desk, params.id)
        requireGoodPassword(password, agent)
        const kept = await keep(password, { desk, caller, owner: agent.id })
        await desk.store.setPassword(agent.id, kept)
        await desk.sessions.endAll(agent.id)
        return {}
      },
    }),
  ]
}

function addOperation(desk: DeskDependencies): ApiOperation {
  return operation({
    method: 'POST',
    path: base,
    summary: 'Make an account',
    role: 'admin',
    body: addAgentBody,
    answer: oneAgent,
    status: 201,
    about: ({ body }) => ({ detail: `${body.login}, ${body.role}` }),
    async run({ body: { password, ...fields }, caller }) {
      if (password !== undefined) requireGoodPassword(password, fields)
      const agent = {
        ...fields,
        id: randomUUID(),
        disabled: false,
        createdAt: desk.now().toISOString(),
      }
      const owner = agent.id
      const kept =
        password === undefined ? undefined : await keep(password, { desk, caller, owner })
      await unlessTaken(desk.store.createAgent({ agent, password: kept }))
      return { agent: publishedAgent({ ...agent, presence: 'offline' }, desk.now()) }
    },
  })
}

function changeOperation(desk: DeskDependencies): ApiOperation {
  return operation({
    method: 'POST',
    path: `${base}/{id}`,
    summary: 'Change an account; to disable it ends all its sign-ins',
    role: 'admin',
    body: changeAgentBody,
    answer: oneAgent,
    about: ({ body }) => ({ detail: JSON.stringify(body) }),
    async run({ params, body, caller }) {
      const { id } = await existing(desk, params.id)
      requireOthers(caller, id, body)
      const agent = await unlessTaken(desk.store.changeAgent(id, body))
      if (!agent) throw notFound('agent')
      if (body.disabled) await desk.sessions.endAll(id)
      return { agent: publishedAgent(agent, desk.now()) }
    },
  })
}

interface Keeping {
  desk: DeskDependencies
  /** Who typed it. */
  caller: Caller
  /** Whose it is. */
  owner: string
}

/**
 * A password that another person has typed is known to two: it is temporary. The admin token is no
 * person: what an integrator sets with it is theirs to hand out.
 */
async function keep(password: string, { desk, caller, owner }: Keeping): Promise<KeptPassword> {
  const temporary = caller.agentId !== undefined && caller.agentId !== owner
  return { hash: await desk.passwords.hash(password), temporary }
}

/** An agent as others see them at `now`. */
export function publishedAgent(agent: Agent, now: Date): Agent {
  return { ...agent, presence: presenceAt(agent, now) }
}

/** Nobody locks themselves out. */
function requireOthers({ agentId }: Caller, id: string, { disabled, role }: AgentChange): void {
  if (agentId !== id || (!disabled && (role === undefined || role === 'admin'))) return
  const message = 'You cannot disable your own account or give up your own role: ask another admin.'
  throw new Refusal(409, 'NotYourself', message)
}

async function existing({ store }: DeskDependencies, id = ''): Promise<Agent> {
  const agent = await store.agent(id)
  if (!agent) throw notFound('agent')
  return agent
}

async function unlessTaken<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing
  } catch (error) {
    if (!isFailure(error, 'state_conflict')) throw error
    throw new Refusal(409, 'LoginTaken', 'Somebody else has this login.')
  }
}
