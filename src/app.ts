import { createApology, createDecide } from './bot/decide.ts'
import { createOldFiles } from './bot/delete-old-files.ts'
import { createSearchFollower } from './bot/follow-search.ts'
import { redactActivity } from './bot/redact-activity.ts'
import type { RepeatedWork } from './bot/repeated-work.ts'
import type { Decide } from './bot/turn-decision.ts'
import { createTurns, type Turns } from './bot/turns.ts'
import type { OutboxWorker } from './channels/deliver-outbox.ts'
import { channel as directLineChannel } from './channels/direct-line/dependencies.ts'
import { directLineRoutes } from './channels/direct-line/routes.ts'
import { attachStream } from './channels/direct-line/stream.ts'
import { createTokens } from './channels/direct-line/tokens.ts'
import { createClock } from './clock.ts'
import type { Config } from './config.ts'
import { createCalendars } from './connectors/calendars.ts'
import type { CalendarOf } from './domain/calendar.ts'
import { Failure, failureKind } from './errors.ts'
import { createReading, type Reading } from './mind.ts'
import { countTurns } from './observability/count-turns.ts'
import { createLog, type Log } from './observability/log.ts'
import { createMetrics, type Metrics } from './observability/metrics.ts'
import { apiDependencies, createSignInService, lookUpTimeoutMs } from './parts/api.ts'
import { createDesk, hoursOf, type TurnTold } from './parts/desk.ts'
import type { Engine, GivenParts } from './parts/engine.ts'
import { createNeighbours } from './parts/neighbours.ts'
import { botFrameworkRoute, createOutbox } from './parts/outbox.ts'
import { createProvider } from './parts/provider.ts'
import type { HandoffDesk } from './ports/desk.ts'
import { deskTopics } from './ports/desk-topics.ts'
import type { FanOut } from './ports/fan-out.ts'
import type { PaymentProvider } from './ports/payment-provider.ts'
import type { Store } from './ports/store.ts'
import { loadSecrets, type Secrets } from './secrets.ts'
import { createStore } from './storage/store.ts'
import { deskAccess } from './web/api/access.ts'
import { apiRoutes } from './web/api/routes.ts'
import { browserFileRoutes } from './web/browser-files.ts'
import { consolePart } from './web/browser-parts.ts'
import { consoleRoutes } from './web/console-page.ts'
import { createDeskStream, deskStreamPath } from './web/desk-stream.ts'
import { healthRoutes, type Readiness } from './web/health.ts'
import { pageRoutes } from './web/page-files.ts'
import { planRoutes } from './web/plan-page.ts'
import { createPressure } from './web/pressure.ts'
import { createWebServer, type WebServer } from './web/server.ts'
import { createSessions } from './web/sign-in/sessions.ts'

export type { Engine, GivenParts } from './parts/engine.ts'

export const version = '0.1.0'

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
    calendarOf,
    inbox: turns,
    fanOut,
    clock,
    log,
  })
  const search = createSearchFollower({ store, log })
  const oldFiles = createOldFiles({ store, clock, log, keptDays: config.FILES_KEPT_DAYS })
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
    ...lifeOf({ store, turns, outbox, desk, neighbours, reading, search, oldFiles }),
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
  search: RepeatedWork
  oldFiles: RepeatedWork
}

/** Starts and stops the parts in the order they need each other. */
function lifeOf(parts: LivingParts): Pick<Engine, 'start' | 'drain' | 'stop'> {
  const { store, turns, outbox, desk, neighbours, reading, search, oldFiles } = parts
  const drain = async () => {
    const working = [turns, outbox, desk, search, oldFiles]
    await Promise.all(working.map((each) => each?.stop()))
  }
  return {
    async start() {
      await turns.start()
      outbox?.start()
      desk?.start()
      neighbours.start()
      search.start()
      oldFiles.start()
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

/** The engine with its doors: Direct Line, the API, the chat page, health. */
export async function createApp(config: Config, given: GivenParts = {}) {
  const log = createLog({ level: config.LOG_LEVEL })
  const engine = await createEngine(config, log, { pagesAt: config.PUBLIC_URL ?? '', ...given })
  const { secrets, metrics } = engine
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
  let running = false
  const readiness = async (): Promise<Readiness> => {
    const reason = running ? pressure.reason() : 'starting'
    return reason ? { ready: false, reason } : isReady(engine)
  }
  server.add(healthRoutes({ readiness, metrics, presence: engine.presence }))
  const doors = await openDoors(config, server, { engine, desk: given.desk })
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
      await doors.close()
      await server.close()
      await engine.stop()
    },
  }
}

interface Behind {
  engine: Engine
  /** Where people answer, when that is not our own desk. */
  desk: HandoffDesk | undefined
}

/** Pages, Direct Line, Bot Framework, the API, and the streams that stay open. */
async function openDoors(config: Config, server: WebServer, { engine, desk }: Behind) {
  const { store, fanOut, secrets } = engine
  const now = () => engine.clock.now()
  const directLine = directLineOf(config, server, engine)
  server.add(pageRoutes())
  server.add([...consoleRoutes(), ...browserFileRoutes(consolePart)])
  server.add(planRoutes({ store, now }))
  server.add(directLineRoutes(directLine))
  server.add([botFrameworkRoute(config, engine, desk)])
  const signInService = await createSignInService(config)
  server.add(apiRoutes({ ...apiDependencies(config, engine), signInService, version }))
  const sessions = createSessions({ store, now, fanOut })
  const deskStream = createDeskStream({
    fanOut,
    access: deskAccess({ adminToken: secrets.adminToken, sessions }),
    sessions,
    publicUrl: config.PUBLIC_URL,
  })
  const others = new Map([[deskStreamPath, deskStream.upgrade]])
  const stream = attachStream(server.http, { ...directLine, others })
  return {
    async close() {
      await Promise.all([stream.close(), deskStream.close()])
    },
  }
}

function directLineOf(config: Config, { limit }: WebServer, engine: Engine) {
  const { store, inbox, fanOut, log, metrics, secrets } = engine
  return {
    store,
    inbox,
    fanOut,
    tokens: createTokens({ key: secrets.tokenKey, now: () => new Date() }),
    secret: secrets.directLineSecret,
    limit,
    log,
    metrics,
    now: () => engine.clock.now(),
    widgetOrigins: config.WIDGET_ORIGINS,
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
