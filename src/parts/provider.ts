import type { Config } from '../config.ts'
import type { createCalendars } from '../connectors/calendars.ts'
import { httpProvider } from '../connectors/http/http-provider.ts'
import type { ProtocolAuth } from '../connectors/http/signature.ts'
import { demoWorld } from '../connectors/sandbox/demo-world.ts'
import { sandboxProvider } from '../connectors/sandbox/sandbox-provider.ts'
import { loadWorld } from '../connectors/world/world.ts'
import type { Clock } from '../ports/clock.ts'
import type { PaymentProvider } from '../ports/payment-provider.ts'
import type { GivenParts } from './engine.ts'

interface ProviderNeeds extends GivenParts {
  clock: Clock
  calendarOf: ReturnType<typeof createCalendars>
}

interface ChosenProvider {
  provider: PaymentProvider
  worldWarnings: readonly string[]
}

export async function createProvider(
  config: Config,
  needs: ProviderNeeds,
): Promise<ChosenProvider> {
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
