import { hash } from 'node:crypto'
import type { Agent } from '../../domain/agents/agent.ts'
import { addressRule, type LockRule, loginRule } from '../../domain/agents/lockout.ts'
import { foldLogin } from '../../domain/agents/login.ts'
import {
  type PasswordProblem,
  passwordLength,
  passwordProblem,
} from '../../domain/agents/password-rules.ts'
import type { AgentStore } from '../../ports/agents.ts'
import type { Passwords } from '../../ports/passwords.ts'
import { Refusal } from '../refusal.ts'

interface Needs {
  store: AgentStore
  passwords: Passwords
  now(): Date
}

/** What became of a try. `agent` of a wrong one is whose login was used, if anybody's. */
export type SignInResult =
  | { outcome: 'right'; agent: Agent; mustChangePassword: boolean }
  | { outcome: 'wrong'; agent?: Agent | undefined }
  | { outcome: 'locked'; waitMs: number }

interface Given {
  login: string
  password: string
  /** The client's address. */
  address: string
}

/**
 * Whether login and password belong together. An unknown login, a disabled account and a wrong
 * password take the same time and look the same.
 */
export async function checkPassword(needs: Needs, given: Given): Promise<SignInResult> {
  const { store, passwords } = needs
  const login = foldLogin(given.login)
  const waitMs = await takeTries(needs, { login, address: given.address })
  if (waitMs > 0) return { outcome: 'locked', waitMs }
  const agent = await store.agentByLogin(login)
  const kept = await store.password(agent?.id ?? '')
  const isRight = await passwords.matches(kept?.hash, given.password)
  if (!isRight || !agent || agent.disabled) return { outcome: 'wrong', agent }
  await store.forgetTries(loginKey(login))
  await store.giveTryBack(addressKey(given.address))
  if (kept && passwords.isOutdated(kept.hash)) {
    const hash = await passwords.hash(given.password)
    await store.setPassword(agent.id, { ...kept, hash })
  }
  return { outcome: 'right', agent, mustChangePassword: kept?.temporary ?? false }
}

/** Counts a try of an address against a login; answers how long both must wait. */
async function takeTries(needs: Needs, tried: Pick<Given, 'login' | 'address'>): Promise<number> {
  const fromAddress = await takeAddressTry(needs, tried.address)
  if (fromAddress > 0) return fromAddress
  return takeTry(needs, loginKey(tried.login), loginRule)
}

/** Counts a try of an address, whatever it tries. */
export function takeAddressTry(needs: Pick<Needs, 'store' | 'now'>, address: string) {
  return takeTry(needs, addressKey(address), addressRule)
}

/** The address had it right. */
export function giveAddressTryBack({ store }: Pick<Needs, 'store'>, address: string) {
  return store.giveTryBack(addressKey(address))
}

function takeTry({ store, now }: Pick<Needs, 'store' | 'now'>, key: string, rule: LockRule) {
  return store.takeTry({ key, rule, at: now() })
}

/** Neither logins nor addresses are kept, and a long one takes no more room than a short one. */
function loginKey(login: string): string {
  return hash('sha256', `login ${login}`, 'base64url')
}

function addressKey(address: string): string {
  return hash('sha256', `address ${address}`, 'base64url')
}

/** 401 in words that do not tell whether the login exists. */
export function wrongLogin(): Refusal {
  return new Refusal(401, 'WrongLogin', 'The login or the password is wrong.')
}

/** 429 after too many wrong tries. */
export function lockedOut(waitMs: number): Refusal {
  const seconds = Math.ceil(waitMs / 1000)
  const message = `Too many wrong tries. Try again in ${seconds} s.`
  const refusal = new Refusal(429, 'LockedOut', message)
  refusal.retryAfter = seconds
  return refusal
}

const inWords: Record<PasswordProblem, [code: string, message: string]> = {
  too_short: ['PasswordTooShort', `Take at least ${passwordLength.least} characters.`],
  too_long: ['PasswordTooLong', `Take at most ${passwordLength.most} characters.`],
  is_name: ['PasswordIsName', 'The password must not be made of the login or the name.'],
  easily_guessed: ['PasswordEasilyGuessed', 'This password is among the first that are guessed.'],
}

/** Throws 400 for a password nobody should have. */
export function requireGoodPassword(password: string, { login, name }: LoginAndName): void {
  const [local = login] = login.split('@')
  const problem = passwordProblem(password, [login, local, name])
  if (problem) throw new Refusal(400, ...inWords[problem])
}

type LoginAndName = Pick<Agent, 'login' | 'name'>
