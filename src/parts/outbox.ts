import {
  type MicrosoftCredentials,
  microsoftAuthentication,
} from '../channels/bot-framework/authenticate.ts'
import { messagesRoute } from '../channels/bot-framework/messages-route.ts'
import { botFrameworkOutbox } from '../channels/bot-framework/outbox.ts'
import type { OutboxWorker } from '../channels/deliver-outbox.ts'
import type { Config } from '../config.ts'
import { showOutbox } from '../observability/show-outbox.ts'
import type { HandoffDesk } from '../ports/desk.ts'
import type { Engine } from './engine.ts'

type OutboxNeeds = Pick<Engine, 'store' | 'clock' | 'log' | 'metrics'>

/** What is left in the outbox of a channel that is closed now, stays there. */
export function createOutbox(config: Config, needs: OutboxNeeds): OutboxWorker | undefined {
  showOutbox(needs.metrics, needs)
  const credentials = microsoftCredentials(config)
  if (!credentials && config.EMULATOR !== 'on') return undefined
  return botFrameworkOutbox({ ...needs, credentials, random: Math.random })
}

export function botFrameworkRoute(
  config: Config,
  { store, inbox, clock }: Engine,
  desk?: HandoffDesk,
) {
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
