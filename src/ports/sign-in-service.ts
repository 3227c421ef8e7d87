import type { AgentRole } from '../domain/agents/agent.ts'

/** What the browser keeps between going to the sign-in service and coming back. */
export interface SignInPending {
  state: string
  nonce: string
  verifier: string
}

/** Somebody whom the sign-in service vouches for. */
export interface SignInPerson {
  /** The service's issuer and their id there. */
  subject: string
  /** What they are called there: a user name or an e-mail address. */
  login: string
  name: string
  /** The highest role their groups map to; absent: they may not work here. */
  role?: AgentRole | undefined
}

/** `refused`: the service said no, or the answer is not to our question. */
export type SignInFinished =
  | { outcome: 'person'; person: SignInPerson }
  | { outcome: 'refused' }
  | { outcome: 'unreachable' }

/** A service outside that knows who people are. */
export interface SignInService {
  /** For the button. */
  name: string
  /** Where to send the browser, which is to come back to `returnTo`; undefined: out of reach. */
  start(returnTo: string): Promise<{ url: string; pending: SignInPending } | undefined>
  /** Who came back at `url`. */
  finish(url: string, pending: SignInPending): Promise<SignInFinished>
}
