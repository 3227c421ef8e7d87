import { randomUUID } from 'node:crypto'
import { gatherCase } from './actions/gather-case.ts'
import { readAgain } from './actions/look-again.ts'
import { lookAtDesk } from './actions/look-at-the-desk.ts'
import { createApology, createDecide } from './bot/decide.ts'
import { deskNotes } from './bot/desk-notes.ts'
import { factsCard } from './bot/facts-card.ts'
import { createSearchFollower, type SearchFollower } from './bot/follow-search.ts'
import { redactActivity } from './bot/redact-activity.ts'
import type { Decide, TurnDecision, TurnInput } from './bot/turn-decision.ts'
import { createTurns, type Turns, type TurnsInHand } from './bot/turns.ts'
import {
  type MicrosoftCredentials,
  microsoftAuthentication,
} from './channels/bot-framework/authenticate.ts'
import { messagesRoute } from './channels/bot-framework/messages-route.ts'
import { botFrameworkOutbox } from './channels/bot-framework/outbox.ts'
import type { OutboxWorker } from './channels/deliver-outbox.ts'
import { deskOutbox } from './channels/desk/deliver-desk-notes.ts'
import { ownDesk } from './channels/desk/own-desk.ts'
import { channel as directLineChannel } from './channels/direct-line/dependencies.ts'
import { directLineRoutes } from './channels/direct-line/routes.ts'
import { attachStream } from './channels/direct-line/stream.ts'
import { createTokens } from './channels/direct-line/tokens.ts'
import { inProcessFanOut } from './channels/fan-out.ts'
import { createLook } from './channels/look.ts'
import { viewersHere } from './channels/viewers.ts'
import { createClock } from './clock.ts'
import type { Config } from './config.ts'
import { generatedSettings, oidcRoles, secretSettings, settings } from './config.ts'
import { createCalendars } from './connectors/calendars.ts'
import { httpProvider } from './connectors/http/http-provider.ts'
import type { ProtocolAuth } from './connectors/http/signature.ts'
import { argon2Passwords } from './connectors/passwords/argon2-passwords.ts'
import { demoWorld } from './connectors/sandbox/demo-world.ts'
import { sandboxProvider } from './connectors/sandbox/sandbox-provider.ts'
import { loadWorld } from './connectors/world/world.ts'
import type { CalendarOf } from './domain/calendar.ts'
import { readSupportHours } from './domain/handoff/support-hours.ts'
import { type Locale, locales } from './domain/locale.ts'
import type { TransactionRecord } from './domain/transaction.ts'
import { Failure, failureKind } from './errors.ts'
import { createReading, type GivenReading, type Reading } from './mind.ts'
import { countTurns } from './observability/count-turns.ts'
import { createLog, type Log } from './observability/log.ts'
import { createMetrics, type Metrics } from './observability/metrics.ts'
import { showOutbox } from './observability/show-outbox.ts'
import type { Clock } from './ports/clock.ts'
import type { HandoffDesk } from './ports/desk.ts'
import { deskTopics } from './ports/desk-topics.ts'
import type { FanOut } from './ports/fan-out.ts'
import type { Inbox } from './ports/inbox.ts'
import type { Json } from './ports/json.ts'
import type { KnowledgeIndex } from './ports/knowledge-index.ts'
import type { PaymentProvider } from './ports/payment-provider.ts'
import type { Presence, ProcessFacts } from './ports/presence.ts'
import type { RateLimit } from './ports/rate-limit.ts'
import type { SignInService } from './ports/sign-in-service.ts'
import type { Store } from './ports/store.ts'
import type { Understanding } from './ports/understanding.ts'
import type { Viewers } from './ports/viewers.ts'
import type { RedisBus } from './redis/bus.ts'
import { knowledgeGaps } from './retrieval/knowledge-gaps.ts'
import { loadSecrets, type Secrets } from './secrets.ts'
import { createStore } from './storage/store.ts'
import { deskAccess } from './web/api/access.ts'
import type { ApiDependencies } from './web/api/dependencies.ts'
import { apiRoutes } from './web/api/routes.ts'
import { createWhenWorked } from './web/api/when-worked.ts'
import { browserFileRoutes } from './web/browser-files.ts'
import { consolePart } from './web/browser-parts.ts'
import { consoleRoutes } from './web/console-page.ts'
import { createDeskStream, deskStreamPath } from './web/desk-stream.ts'
import { healthRoutes, type Readiness } from './web/health.ts'
import { pageRoutes } from './web/page-files.ts'
import { planRoutes } from './web/plan-page.ts'
import { createPressure } from './web/pressure.ts'
import { createWebServer } from './web/server.ts'
import { createSessions } from './web/sign-in/sessions.ts'

export const version = '0.1.0'

const lookUpTimeoutMs = 4_000

/** Everything behind the channels: what a message is turned into an answer with. */
export interface Engine {
  store: Store
  inbox: Inbox
  clock: Clock
  log: Log
  secrets: Secrets
  metrics: Metrics
  understanding: Understanding
  knowledge: KnowledgeIndex
  provider: PaymentProvider
  calendarOf: CalendarOf
  search: SearchFollower
  fanOut: FanOut
  presence: Presence
  viewers: Viewers
  /** Makes a limit of this process one that all processes share; absent: there are no others. */
  shareLimit: ((local: RateLimit) => RateLimit) | undefined
  /** What was ignored in the world file, with its path there: for the operator who wrote it. */
  worldWarnings: readonly string[]
  start(): Promise<void>
  inHand(): TurnsInHand
  /** Takes no more messages and ends the turns in hand, at most a few seconds. */
  drain(): Promise<void>
  /** Takes up what is due now instead of with the next look. */
  takeUp(): Promise<void>
  /** Drains, and lets go of everything. */
  stop(): Promise<void>
}

/** Parts that are given instead of made: a clock that can be put forward, a mind shared by many. */
export interface GivenParts extends GivenReading {
  clock?: Clock | undefined
  provider?: PaymentProvider | undefined
  /** Where the pages are reached, '' for paths alone; absent: no page is served, no link given. */
  pagesAt?: string | undefined
  /** Where people answer, when that is not our own desk. */
  desk?: HandoffDesk | undefined
  /** Stands around every decision: lets a trial break one on purpose. */
  aroundDecide?: ((decide: Decide) => Decide) | undefined
}

/** Builds every part and connects them; the place that picks implementations; `mind.ts` picks those that read and search. */
export async function createEngine(
  config: Config,
  log: Log,
  given: GivenParts = {},
): Promise<Engine> {
  const clock = given.clock ?? createClock(config.CLOCK_START)
  const calendarOf = createCalendars()
  const { provider, worldWarnings } = await createProvider(config, { ...given, clock, calendarOf })
  const reading = await createReading(config, log, given)
  const { understanding, knowledge } = reading
  const store = await openStore(config)
  const secrets = secretsOf(config)
  const metrics = createMetrics({ processMetrics: true })
  const neighbours = await createNeighbours(config, {
    store,
    clock,
    log,
    metrics,
    turnsInHand: () => turns.inHand().turns,
  })
  const { fanOut, offers, presence, shareLimit } = neighbours
  const decide = decideWith(config, given, { store, provider, reading, calendarOf })
  const outbox = createOutbox(config, { store, clock, log, metrics })
  const turns = createTurns({
    store,
    fanOut,
    redact: redactActivity,
    decide,
    apologise: createApology(config.DEFAULT_LOCALE),
    clock,
    log,
    offers,
    ...tellOfTurns(metrics, { outbox, fanOut, log, tellDesk: (...turn) => tellDesk(...turn) }),
  })
  const { tellDesk, desk } = createDesk(given.desk, {
    config,
    store,
    inbox: turns,
    fanOut,
    clock,
    log,
  })
  const search = createSearchFollower({ store, log })
  return {
    store,
    inbox: turns,
    clock,
    log,
    secrets,
    metrics,
    understanding,
    knowledge,
    provider,
    calendarOf,
    search,
    fanOut,
    presence,
    viewers: neighbours.viewers,
    shareLimit,
    worldWarnings,
    inHand: turns.inHand,
    takeUp: turns.takeUp,
    ...lifeOf({ store, turns, outbox, desk, neighbours, reading, search }),
  }
}

interface DecidingParts {
  store: Store
  provider: PaymentProvider
  reading: Reading
  calendarOf: CalendarOf
}

/** How every turn is decided. */
function decideWith(config: Config, given: GivenParts, parts: DecidingParts): Decide {
  const { store, provider, reading, calendarOf } = parts
  const { understanding, secondReader, knowledge, answerWriter } = reading
  const decide = createDecide({
    store,
    provider,
    understanding,
    secondReader,
    knowledge,
    answerWriter,
    calendarOf,
    defaultLocale: config.DEFAULT_LOCALE,
    timeZone: config.TIME_ZONE,
    supportHours: hoursOf(config),
    pagesAt: given.pagesAt,
    lookUpTimeoutMs,
    deskElsewhere: given.desk?.where === 'elsewhere',
  })
  return given.aroundDecide?.(decide) ?? decide
}

/** The first: the embedded one proves that the folder can be used, and holds it against other processes. */
function openStore({ DATABASE_URL: url, DATA_DIR: dataDir }: Config): Promise<Store> {
  return createStore(url ? { url } : { dataDir })
}

interface LivingParts {
  store: Store
  turns: Turns
  outbox: OutboxWorker | undefined
  desk: OutboxWorker | undefined
  neighbours: Awaited<ReturnType<typeof createNeighbours>>
  reading: Reading
  search: SearchFollower
}

/** Starts and stops the parts in the order they need each other. */
function lifeOf(parts: LivingParts): Pick<Engine, 'start' | 'drain' | 'stop'> {
  const { store, turns, outbox, desk, neighbours, reading, search } = parts
  const drain = async () => {
    await Promise.all([turns.stop(), outbox?.stop(), desk?.stop(), search.stop()])
  }
  return {
    async start() {
      await turns.start()
      outbox?.start()
      desk?.start()
      neighbours.start()
      search.start()
      reading.begin()
    },
    drain,
    async stop() {
      await drain()
      await reading.close()
      await neighbours.stop()
      await store.close()
    },
  }
}

function secretsOf(config: Config): Secrets {
  return loadSecrets({
    dataDir: config.DATA_DIR,
    adminToken: config.ADMIN_TOKEN,
    directLineSecret: config.DIRECT_LINE_SECRET,
    tokenKey: config.TOKEN_KEY,
  })
}

interface NeighbourNeeds {
  store: Pick<Store, 'lastSeqs'>
  clock: Clock
  log: Log
  metrics: Metrics
  turnsInHand(): number
}

/** What ties this process to the others of its deployment: news, presence, shared limits. */
async function createNeighbours(config: Config, needs: NeighbourNeeds) {
  const { store, clock, log, turnsInHand } = needs
  const local = inProcessFanOut()
  const self = { id: randomUUID(), startedAt: clock.now().toISOString() }
  const describe = () => ({ ...self, sockets: local.listeners(), turnsInHand: turnsInHand() })
  const bus = await createBus(config, { ...needs, local, self: self.id, describe })
  const look = createLook({
    fanOut: local,
    lastSeqs: store.lastSeqs,
    isTold: () => bus?.isUp() ?? !config.DATABASE_URL,
    log,
  })
  bus?.onUp(look.now)
  return {
    fanOut: bus?.fanOut ?? local,
    offers: bus?.fanOut,
    presence: bus?.presence ?? alone(describe),
    viewers: bus?.viewers ?? viewersHere(),
    shareLimit: bus?.share,
    start() {
      bus?.start()
      look.start()
    },
    async stop() {
      look.stop()
      await bus?.close()
    },
  }
}

interface BusNeeds extends Pick<NeighbourNeeds, 'log' | 'metrics'> {
  local: FanOut
  self: string
  describe(): ProcessFacts
}

/** The bus to the other processes, when there is one. Its client is loaded only then. */
async function createBus(config: Config, needs: BusNeeds): Promise<RedisBus | undefined> {
  const { metrics, local, self, describe, log } = needs
  metrics.processes.set(1)
  if (!config.REDIS_URL) return undefined
  const { createRedisBus } = await import('./redis/bus.ts')
  const { namespaceOf } = await import('./redis/namespace.ts')
  const bus = createRedisBus({
    url: config.REDIS_URL,
    namespace: namespaceOf({ databaseUrl: config.DATABASE_URL, dataDir: config.DATA_DIR }),
    local,
    self,
    describe,
    log,
    onAlive(alive) {
      metrics.processes.set(alive)
      metrics.redis.set(bus.isUp() ? 1 : 0)
    },
  })
  return bus
}

function alone(describe: () => ProcessFacts): Presence {
  return {
    deployment() {
      const self = describe()
      return { redis: 'not configured', self: self.id, processes: [self] }
    },
  }
}

interface ProviderNeeds extends GivenParts {
  clock: Clock
  calendarOf: ReturnType<typeof createCalendars>
}

interface ChosenProvider {
  provider: PaymentProvider
  worldWarnings: readonly string[]
}

async function createProvider(config: Config, needs: ProviderNeeds): Promise<ChosenProvider> {
  const { clock } = needs
  if (needs.provider) return { provider: needs.provider, worldWarnings: [] }
  if (config.PROVIDER === 'http' && config.PROVIDER_URL) {
    const auth = providerAuth(config)
    return {
      provider: httpProvider({ baseUrl: config.PROVIDER_URL, auth, clock }),
      worldWarnings: [],
    }
  }
  return createSandbox(config, needs)
}

/** How the caller of the provider protocol proves who it is: both sides read the same settings. */
export function providerAuth({ PROVIDER_TOKEN, PROVIDER_HMAC_SECRET }: Config): ProtocolAuth {
  return PROVIDER_TOKEN
    ? { kind: 'bearer', token: PROVIDER_TOKEN }
    : { kind: 'hmac', secret: PROVIDER_HMAC_SECRET ?? '' }
}

/** The sandbox with the world file of the settings, or the demo world. */
export async function createSandbox(
  { SANDBOX_WORLD: path }: Config,
  { clock, calendarOf }: ProviderNeeds,
): Promise<ChosenProvider> {
  const demo = () => ({ world: demoWorld(clock.now()), warnings: [] })
  const { world, warnings } = path ? await loadWorld(path) : demo()
  return { provider: sandboxProvider({ world, clock, calendarOf }), worldWarnings: warnings }
}

/** The engine with its doors: Direct Line, the API, the chat page, health. */
export async function createApp(config: Config, given: GivenParts = {}) {
  const log = createLog({ level: config.LOG_LEVEL })
  const engine = await createEngine(config, log, { pagesAt: config.PUBLIC_URL ?? '', ...given })
  const { store, inbox, fanOut, secrets, metrics } = engine
  const pressure = createPressure({ behind: engine.inHand })
  const server = createWebServer({
    log,
    metrics,
    pressure,
    shareLimit: engine.shareLimit,
    rateLimits: config.RATE_LIMITS === 'on',
    publicUrl: config.PUBLIC_URL,
    trustProxy: config.PUBLIC_URL !== undefined,
  })
  const now = () => engine.clock.now()
  const tokens = createTokens({ key: secrets.tokenKey, now: () => new Date() })
  const secret = secrets.directLineSecret
  const directLine = {
    store,
    inbox,
    fanOut,
    tokens,
    secret,
    limit: server.limit,
    log,
    metrics,
    now,
    widgetOrigins: config.WIDGET_ORIGINS,
  }
  let running = false
  const readiness = async (): Promise<Readiness> => {
    const reason = running ? pressure.reason() : 'starting'
    return reason ? { ready: false, reason } : isReady(engine)
  }
  server.add(healthRoutes({ readiness, metrics, presence: engine.presence }))
  server.add(pageRoutes())
  server.add([...consoleRoutes(), ...browserFileRoutes(consolePart)])
  server.add(planRoutes({ store, now }))
  server.add(directLineRoutes(directLine))
  server.add([botFrameworkRoute(config, engine, given.desk)])
  const signInService = await createSignInService(config)
  server.add(apiRoutes({ ...apiDependencies(config, engine), signInService, version }))
  const desk = createDeskStream({
    fanOut,
    access: deskAccess({
      adminToken: secrets.adminToken,
      sessions: createSessions({ store, now }),
    }),
    publicUrl: config.PUBLIC_URL,
  })
  const others = new Map([[deskStreamPath, desk.upgrade]])
  const stream = attachStream(server.http, { ...directLine, others })
  return {
    secrets,
    worldWarnings: engine.worldWarnings,
    routes: server.routes,
    async start(): Promise<number> {
      await engine.start()
      const port = await server.listen(config.PORT, config.HOST)
      running = true
      return port
    },
    /** No new work, the work in hand ended, clients sent elsewhere: within ten seconds. */
    async stop(): Promise<void> {
      pressure.stop()
      await engine.drain()
      await Promise.all([stream.close(), desk.close()])
      await server.close()
      await engine.stop()
    },
  }
}

async function isReady({ store }: Engine): Promise<Readiness> {
  try {
    await store.ping()
    return { ready: true }
  } catch (error) {
    const why = error instanceof Failure ? `: ${error.message}` : ''
    return { ready: false, reason: `the store cannot be written${why}` }
  }
}

function botFrameworkRoute(config: Config, { store, inbox, clock }: Engine, desk?: HandoffDesk) {
  const credentials = microsoftCredentials(config)
  return messagesRoute({
    store,
    inbox,
    now: () => clock.now(),
    authenticate: credentials && microsoftAuthentication(credentials),
    emulator: config.EMULATOR === 'on',
    deskStatus: desk?.where === 'elsewhere',
    remember: (id, reference) => store.rememberReference(id, reference),
  })
}

type OutboxNeeds = Pick<Engine, 'store' | 'clock' | 'log' | 'metrics'>

/** What is left in the outbox of a channel that is closed now, stays there. */
function createOutbox(config: Config, needs: OutboxNeeds): OutboxWorker | undefined {
  showOutbox(needs.metrics, needs)
  const credentials = microsoftCredentials(config)
  if (!credentials && config.EMULATOR !== 'on') return undefined
  return botFrameworkOutbox({ ...needs, credentials, random: Math.random })
}

type TurnTold = (...turn: [input: TurnInput, decision: TurnDecision]) => Promise<void>

interface Told {
  outbox: OutboxWorker | undefined
  fanOut: Pick<FanOut, 'publish'>
  log: Pick<Log, 'warn'>
  tellDesk: TurnTold
}

/** Turns are counted, wake the outbox where their replies may be in it, and are news for the desk. */
function tellOfTurns(metrics: Metrics, { outbox, fanOut, log, tellDesk }: Told) {
  const counted = countTurns(metrics)
  const onDone: typeof counted.onDone = (input, decision, seconds) => {
    counted.onDone?.(input, decision, seconds)
    if (input.conversation.channel !== directLineChannel) outbox?.wake()
    if (decision.handoffs.length > 0) fanOut.publish(deskTopics.queue)
    if (decision.tickets.length > 0) fanOut.publish(deskTopics.tickets)
    tellDesk(input, decision).catch((error: unknown) =>
      log.warn('desk_not_told', failureKind(error)),
    )
  }
  return { ...counted, onDone }
}

interface DeskParts {
  config: Config
  store: Store
  inbox: Inbox
  fanOut: FanOut
  clock: Clock
  log: Log
}

/** Our own desk is told after the commit; one elsewhere by an outbox of its own. */
function createDesk(given: HandoffDesk | undefined, parts: DeskParts) {
  if (given?.where === 'elsewhere') {
    const { config, store, clock, log } = parts
    const desk = deskOutbox({
      store,
      desk: given,
      clock,
      log,
      random: Math.random,
      facts: async (conversation, log) => {
        const known = { ...(await gatherCase(conversation, store)), log, now: clock.now() }
        const { TIME_ZONE: timeZone, DEFAULT_LOCALE: locale } = config
        return JSON.parse(JSON.stringify(factsCard({ ...known, timeZone }, locale)))
      },
    })
    return { desk, tellDesk: async () => desk.wake() }
  }
  const desk = given ?? ownDesk(parts)
  const nothing = async () => ({})
  const tellDesk: TurnTold = async (input, decision) => {
    for (const note of deskNotes(input, decision)) {
      await desk.hand(note, nothing, AbortSignal.timeout(deskTimeoutMs))
    }
  }
  return { desk: undefined, tellDesk }
}

const deskTimeoutMs = 5_000

function hoursOf({ SUPPORT_HOURS }: Config) {
  return SUPPORT_HOURS === undefined ? undefined : readSupportHours(SUPPORT_HOURS)
}

/** Loaded only when it is configured. */
async function createSignInService(config: Config): Promise<SignInService | undefined> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = config
  if (!issuer) return undefined
  const { oidcSignIn } = await import('./connectors/oidc/oidc-sign-in.ts')
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

function microsoftCredentials(config: Config): MicrosoftCredentials | undefined {
  const { MICROSOFT_APP_ID: appId } = config
  if (!appId) return undefined
  return {
    appId,
    appPassword: config.MICROSOFT_APP_PASSWORD ?? '',
    appType: config.MICROSOFT_APP_TYPE,
    appTenantId: config.MICROSOFT_APP_TENANT_ID ?? '',
  }
}

function asLocale(tag: string | undefined, fallback: Locale): Locale {
  return locales.find((locale) => locale === tag) ?? (tag?.startsWith('zh') ? 'zh-CN' : fallback)
}

function apiDependencies(config: Config, engine: Engine): ApiDependencies {
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
    factsCard: (known, locale) => factsCard({ ...known, timeZone: config.TIME_ZONE }, locale),
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
    excerpt: passage || summary,
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
