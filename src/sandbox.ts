import { createClock } from './clock.ts'
import { loadConfig } from './config.ts'
import { createCalendars } from './connectors/calendars.ts'
import { listenProvider } from './connectors/sandbox/sandbox-server.ts'
import { Failure } from './errors.ts'
import { createSandbox, providerAuth } from './parts/provider.ts'

const defaultPort = '3979'

/** Serves the sandbox over HTTP: a provider of its own, to run the service with PROVIDER=http against. */
async function serveSandbox(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: an entry point reads the environment once.
  const env = process.env
  const config = loadConfig({ ...env, PORT: env.PORT || defaultPort })
  if (!config.PROVIDER_TOKEN && !config.PROVIDER_HMAC_SECRET)
    throw new Failure('config_invalid', keyMissing)
  const clock = createClock(config.CLOCK_START)
  const calendarOf = createCalendars()
  const { provider, worldWarnings } = await createSandbox(config, { clock, calendarOf })
  const auth = providerAuth(config)
  const { url } = await listenProvider({
    provider,
    auth,
    clock,
    host: config.HOST,
    port: config.PORT,
  })
  const lines = worldWarnings.map((warning) => `  SANDBOX_WORLD: ${warning}`)
  process.stdout.write(
    `The sandbox answers at ${url}\n${lines.map((line) => `${line}\n`).join('')}`,
  )
}

const keyMissing =
  'PROVIDER_TOKEN: is missing; callers prove themselves with it. Accepted: at least 16 characters, or PROVIDER_HMAC_SECRET instead.'

serveSandbox().catch((error: unknown) => {
  process.stderr.write(error instanceof Failure ? `${error.message}\n` : `${String(error)}\n`)
  process.exit(1)
})
