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

/** A service outside that knows who people are. Throws `Failure` when it cannot be asked. */
export interface SignInService {
  /** For the button. */
  name: string
  /** Where to send the browser, which is to come back to `returnTo`. */
  start(returnTo: string): Promise<{ url: string; pending: SignInPending }>
  /** Who came back at `url`; undefined when the service refused, or the answer is not to our question. */
  finish(url: string, pending: SignInPending): Promise<SignInPerson | undefined>
}
