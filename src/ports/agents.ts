import type { Agent, AgentPresence, AgentRole } from '../domain/agents/agent.ts'
import type { LockRule } from '../domain/agents/lockout.ts'
import type { SessionTimes } from '../domain/agents/session-life.ts'
import type { Locale } from '../domain/locale.ts'

/** A password as it is kept. */
export interface KeptPassword {
  hash: string
  /** Somebody else has typed it: its owner takes another one before anything else. */
  temporary: boolean
}

/** An account as it is made. `login` is folded (`foldLogin`). */
export interface NewAgent {
  agent: Omit<Agent, 'presence' | 'seenAt'>
  /** Absent for somebody who signs in elsewhere. */
  password?: KeptPassword | undefined
  /** Who they are at the sign-in service: its issuer and their id there. */
  subject?: string | undefined
}

/** What may change of an account; absent fields stay. */
export interface AgentChange {
  login?: string | undefined
  name?: string | undefined
  role?: AgentRole | undefined
  languages?: Locale[] | undefined
  skills?: string[] | undefined
  capacity?: number | undefined
  disabled?: boolean | undefined
}

/** A sign-in. `idHash` is the digest of the id in the cookie: the id itself is kept nowhere. */
export interface SessionRow extends SessionTimes {
  idHash: string
  agentId: string
  /** Signed in with a temporary password: nothing can be done with it but to take another one. */
  mustChangePassword: boolean
}

/** One more try to sign in, counted against a login or an address. */
export interface SignInTry {
  key: string
  rule: LockRule
  at: Date
}

/** Those who work at the desk, and their sign-ins. */
export interface AgentStore {
  agent(id: string): Promise<Agent | undefined>
  /** Disabled ones too; by name. */
  agents(): Promise<Agent[]>
  agentByLogin(login: string): Promise<Agent | undefined>
  agentBySubject(subject: string): Promise<Agent | undefined>
  /** Throws `state_conflict` when the login or the subject is taken. */
  createAgent(added: NewAgent): Promise<void>
  /** Makes the first account; false when there is one already, even by another process just now. */
  createFirstAgent(added: NewAgent): Promise<boolean>
  /** The account as it then is. Throws `state_conflict` when the new login is taken. */
  changeAgent(id: string, change: AgentChange): Promise<Agent | undefined>
  /** A sign of life from somebody's console, and where they say they are. `at` is an ISO instant. */
  touchAgent(id: string, presence: AgentPresence, at: string): Promise<void>
  /** How many conversations each agent has now; who has none is left out. */
  activeByAgent(): Promise<Map<string, number>>

  password(agentId: string): Promise<KeptPassword | undefined>
  setPassword(agentId: string, password: KeptPassword): Promise<void>

  createSession(row: SessionRow): Promise<void>
  session(idHash: string): Promise<SessionRow | undefined>
  touchSession(idHash: string, at: string): Promise<void>
  endSession(idHash: string): Promise<void>
  /** Signs somebody out everywhere. */
  endSessionsOf(agentId: string): Promise<void>
  /** Takes away sign-ins made before `createdBefore` or silent since `seenBefore`. */
  dropSessions(older: { createdBefore: string; seenBefore: string }): Promise<void>

  /** Counts a try, unless the key is locked: then how many milliseconds are left. 0: go ahead. */
  takeTry(tried: SignInTry): Promise<number>
  /** The try was a right one: the key starts anew. */
  forgetTries(key: string): Promise<void>
  /** The try was a right one, but others from the same key were not: it alone is taken back. */
  giveTryBack(key: string): Promise<void>
}
