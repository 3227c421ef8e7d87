import { callJson } from './grant-calls.ts'

/** Where a token comes from: an integrator's page, its back end, or nobody: then from the server. */
export interface TokenSource {
  /** Handed over by the page; for one conversation. */
  token?: string | undefined
  /** The integrator's back end: POST, with its cookies, answers `{"token"}`. */
  tokenUrl?: string | undefined
}

/** A token of the integrator's, or undefined when the customer is anonymous. Throws as `callJson`. */
export async function givenToken({ token, tokenUrl }: TokenSource): Promise<string | undefined> {
  if (token || !tokenUrl) return token
  const answer = await callJson<{ token: string }>(tokenUrl, {
    method: 'POST',
    credentials: 'include',
  })
  return answer.token
}

/**
 * Who a token speaks for, to tell whether a kept conversation is the same person's. Nothing is
 * trusted because of it: the server checks the signature with every call. Empty: nobody known.
 */
export function holderOf(token: string | undefined): string {
  try {
    const [, payload = ''] = (token ?? '').split('.')
    const { identity } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    const { userId, role, merchantId } = identity
    return identity.trusted ? JSON.stringify([userId, role, merchantId]) : ''
  } catch {
    return ''
  }
}
