import type { Configuration, IDToken, UserInfoResponse } from 'openid-client'
import { type AgentRole, agentRoles } from '../../domain/agents/agent.ts'
import type { SignInFinished, SignInPending, SignInService } from '../../ports/sign-in-service.ts'

export interface OidcOptions {
  /** Address of the service; https, or http on loopback. */
  issuer: string
  clientId: string
  clientSecret: string
  /** For the button. */
  name: string
  scope: string
  /** Path of the claim that holds groups or roles: `groups`, `realm_access.roles`. */
  roleClaim: string
  roles: readonly RoleMapping[]
}

/** Who is in this group has this role. */
export interface RoleMapping {
  role: AgentRole
  group: string
}

/** Seconds that any answer of the service may take. */
const patience = 10

/**
 * Sign-in by OpenID Connect: authorization code with PKCE, state and nonce. The service is asked for
 * its addresses and keys with the first sign-in, and again when that failed.
 */
export function oidcSignIn(options: OidcOptions): SignInService {
  const discovered = retrying(() => discover(options))
  return {
    name: options.name,
    async start(returnTo) {
      const config = await discovered().catch(() => undefined)
      return config && beginning(config, options, returnTo)
    },
    async finish(url, pending) {
      const config = await discovered().catch(() => undefined)
      return config ? finished(config, options, { url, pending }) : { outcome: 'unreachable' }
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcOptions): Promise<Configuration> {
  const { allowInsecureRequests, discovery } = await import('openid-client')
  const url = new URL(issuer)
  return discovery(url, clientId, clientSecret, undefined, {
    timeout: patience,
    // The settings allow http on loopback only.
    execute: url.protocol === 'http:' ? [allowInsecureRequests] : [],
  })
}

async function beginning(config: Configuration, { scope }: OidcOptions, returnTo: string) {
  const client = await import('openid-client')
  const pending = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  }
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: returnTo,
    scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  })
  return { url: url.href, pending }
}

interface Return {
  url: string
  pending: SignInPending
}

async function finished(
  config: Configuration,
  options: OidcOptions,
  { url, pending }: Return,
): Promise<SignInFinished> {
  const client = await import('openid-client')
  try {
    const tokens = await client.authorizationCodeGrant(config, new URL(url), {
      pkceCodeVerifier: pending.verifier,
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) return { outcome: 'refused' }
    const hasMore = config.serverMetadata().userinfo_endpoint !== undefined
    const more = hasMore && (await client.fetchUserInfo(config, tokens.access_token, claims.sub))
    return { outcome: 'person', person: personOf({ ...more, ...claims }, options) }
  } catch (error) {
    // What the service says against a sign-in, and what does not fit our question, is no breakage.
    return { outcome: isUnreachable(error) ? 'unreachable' : 'refused' }
  }
}

type Claims = IDToken & Partial<UserInfoResponse>

function personOf(claims: Claims, { roleClaim, roles }: OidcOptions) {
  const [login = claims.sub] = [claims.preferred_username, claims.email].filter(isText)
  const [name = login] = [claims.name, claims.nickname].filter(isText)
  const groups = groupsIn(claims, roleClaim)
  const mapped = roles.filter(({ group }) => groups.includes(group)).map(({ role }) => role)
  const role = agentRoles.findLast((each) => mapped.includes(each))
  return { subject: `${claims.iss} ${claims.sub}`, login, name, role }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** The claim at a dotted path, as a list of names. A path with its dots may be one name, too. */
function groupsIn(claims: object, path: string): string[] {
  const whole: unknown = Reflect.get(claims, path)
  const found = whole ?? path.split('.').reduce<unknown>(within, claims)
  return (Array.isArray(found) ? found : [found]).filter(isText)
}

function within(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name === 'TypeError' || error.name === 'TimeoutError' || isUnreachable(error.cause)
}

/** Keeps what was made; a failure is tried anew the next time. */
function retrying<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}
