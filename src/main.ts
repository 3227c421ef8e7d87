import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// The next start finds its code compiled. Before all other imports, or they would miss it.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'daozhang'))
const { Failure } = await import('./errors.ts')

/** Starts the service, prints where it is, and stops it without losing anything. */
async function main(): Promise<void> {
  const { loadConfig } = await import('./config.ts')
  // biome-ignore lint/style/noProcessEnv: the one place where the environment is read.
  const config = loadConfig(process.env)
  const { createApp } = await import('./app.ts')
  const app = await createApp(config)
  const port = await app.start()
  const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST
  const url = `http://${host}:${port}`
  say(`Daozhang is ready.`)
  say(`  Chat page     ${url}/`)
  say(`  Console       ${url}/console`)
  say(`  API docs      ${url}/api/docs`)
  if (!config.ADMIN_TOKEN) say(`  Admin token   ${app.secrets.adminToken}`)
  if (config.CLOCK_START) say(`  CLOCK_START is set: this process does not run on real time.`)
  if (config.RATE_LIMITS === 'off') say(`  RATE_LIMITS is off: do not serve strangers like this.`)
  if (config.WIDGET_ORIGINS?.includes('*'))
    say(`  WIDGET_ORIGINS is *: any page of the web may start chats here.`)
  if (config.EMULATOR === 'on')
    say(`  EMULATOR is on: this machine may use /api/messages without proof.`)
  for (const warning of app.worldWarnings) say(`  SANDBOX_WORLD: ${warning}`)
  stopOnSignal(app.stop)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Whoever waits for us kills after ten seconds. What is cut is stored, and worked at the next start. */
const stopMs = 9_500

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15 })) {
    process.on(signal, () => {
      if (stopping) process.exit(128 + number)
      stopping = true
      setTimeout(() => process.exit(0), stopMs)
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

main().catch((error: unknown) => {
  const known = error instanceof Failure
  process.stderr.write(known ? `${error.message}\n` : `${String(error)}\n`)
  process.exit(1)
})
