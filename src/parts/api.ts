import { readAgain } from '../actions/look-again.ts'
import { lookAtDesk } from '../actions/look-at-the-desk.ts'
import { factsCard } from '../bot/facts-card.ts'
import { type Config, generatedSettings, oidcRoles, secretSettings, settings } from '../config.ts'
import { argon2Passwords } from '../connectors/passwords/argon2-passwords.ts'
import { type Locale, locales } from '../domain/locale.ts'
import { withoutMarkdown } from '../domain/search/without-markdown.ts'
import type { TransactionRecord } from '../domain/transaction.ts'
import { Failure } from '../errors.ts'
import type { Json } from '../ports/json.ts'
import type { KnowledgeIndex } from '../ports/knowledge-index.ts'
import type { PaymentProvider } from '../ports/payment-provider.ts'
import type { SignInService } from '../ports/sign-in-service.ts'
import { knowledgeGaps } from '../retrieval/knowledge-gaps.ts'
import type { ApiDependencies } from '../web/api/dependencies.ts'
import { createWhenWorked } from '../web/api/when-worked.ts'
import { hoursOf } from './desk.ts'
import type { Engine } from './engine.ts'

/** Loaded only when it is configured. */
export async function createSignInService(config: Config): Promise<SignInService | undefined> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = config
  if (!issuer) return undefined
  const { oidcSignIn } = await import('../connectors/oidc/oidc-sign-in.ts')
  return oidcSignIn({
    issuer,
    clientId: OIDC_CLIENT_ID ?? '',
    clientSecret: OIDC_CLIENT_SECRET ?? '',
    name: OIDC_NAME ?? new URL(issuer).host,
    scope: config.OIDC_SCOPE,
    roleClaim: config.OIDC_ROLE_CLAIM,
    roles: oidcRoles(config),
  })
}

function asLocale(tag: string | undefined, fallback: Locale): Locale {
  return locales.find((locale) => locale === tag) ?? (tag?.startsWith('zh') ? 'zh-CN' : fallback)
}

/** What the API reads and calls. */
export function apiDependencies(config: Config, engine: Engine): ApiDependencies {
  const { store, inbox, presence, understanding, knowledge, clock, secrets, fanOut } = engine
  const deskNeeds = {
    store,
    calendarOf: engine.calendarOf,
    supportHours: hoursOf(config),
    timeZone: config.TIME_ZONE,
  }
  return {
    store,
    inbox,
    presence,
    fanOut,
    viewers: engine.viewers,
    whenWorked: createWhenWorked({ store, fanOut }),
    desk: (place) => lookAtDesk({ ...place, now: clock.now() }, deskNeeds),
    factsCard: (known, locale) =>
      factsCard({ ...known, timeZone: config.TIME_ZONE, calendarOf: engine.calendarOf }, locale),
    defaultLocale: config.DEFAULT_LOCALE,
    now: () => clock.now(),
    timeZone: config.TIME_ZONE,
    calendarOf: engine.calendarOf,
    agentName: async (id) => (await store.agent(id))?.name,
    findRecord: (id) => readRecord(engine.provider, id),
    findArticles: (query, options) =>
      findArticles(knowledge, query, { ...options, now: clock.now() }),
    adminToken: secrets.adminToken,
    passwords: argon2Passwords(),
    understand: (text, { locale, now }) =>
      understanding.understand(text, {
        now: now ?? clock.now(),
        timeZone: config.TIME_ZONE,
        locale: asLocale(locale, config.DEFAULT_LOCALE),
      }),
    knowledgeGaps,
    articleUse: (asked) => knowledge.use(asked),
    articleUpkeep: (asked, today) => knowledge.upkeep(asked, today),
    async searchKnowledge(query, { locale, k }) {
      const wanted = asLocale(locale, config.DEFAULT_LOCALE)
      const { answerable, results } = await knowledge.search(query, {
        locale: wanted,
        k,
        now: clock.now(),
      })
      return { answerable, results: results.map(({ id, title, score }) => ({ id, title, score })) }
    },
    settings: () => settingsInForce(config),
  }
}

/** A payment for the desk; a provider that does not answer in time has none to show. */
async function readRecord(
  provider: PaymentProvider,
  id: string,
): Promise<TransactionRecord | undefined> {
  try {
    return await readAgain(id, { trusted: false }, { provider, timeoutMs: lookUpTimeoutMs })
  } catch (error) {
    if (error instanceof Failure && error.code.startsWith('provider_')) return undefined
    throw error
  }
}

async function findArticles(
  knowledge: KnowledgeIndex,
  query: string,
  options: { locale: Locale; k: number; now: Date },
) {
  const { results } = await knowledge.search(query, options)
  return results.map(({ id, title, summary, passage, score }) => ({
    id,
    title,
    score,
    // An agent may send it as it is.
    excerpt: withoutMarkdown(passage || summary),
  }))
}

/** Every setting with its value; of a secret only whether it was given or made here. */
function settingsInForce(config: Config): Record<string, Json> {
  const names = Object.keys(settings.shape) as (keyof Config)[]
  return Object.fromEntries(names.map((name) => [name, shown(config, name)]))
}

function shown(config: Config, name: keyof Config): Json {
  const value = config[name] ?? null
  if (!secretSettings.includes(name)) return value
  if (value !== null) return 'given'
  return generatedSettings.includes(name) ? 'generated' : null
}

export const lookUpTimeoutMs = 4_000
