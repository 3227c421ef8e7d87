import type { Activity } from 'botbuilder'
import { Refusal } from '../../web/refusal.ts'
import type { ServiceActivity } from './shapes.ts'

export interface MicrosoftCredentials {
  appId: string
  appPassword: string
  appType: string
  appTenantId: string
}

/** Proves that an activity comes from the Bot Framework service; throws `Refusal` 401. */
export type Authenticate = (activity: ServiceActivity, header: string) => Promise<void>

/**
 * The SDK's own check: signature by Microsoft's keys, issuer, audience, endorsement of the channel,
 * and the service address in the claims. The SDK is loaded at the first call: it costs half a second.
 */
export function microsoftAuthentication(credentials: MicrosoftCredentials): Authenticate {
  const { appId, appPassword, appType, appTenantId } = credentials
  // The SDK takes an empty app id as "let everybody in".
  if (appId === '') throw new RangeError('Authentication needs an app id')
  const loading = lazily(async () => {
    const { ConfigurationBotFrameworkAuthentication } = await import('botbuilder')
    return new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: appId,
      MicrosoftAppPassword: appPassword,
      MicrosoftAppType: appType,
      MicrosoftAppTenantId: appTenantId,
    })
  })
  return async (activity, header) => {
    const authentication = await loading()
    try {
      await authentication.authenticateRequest(judged(activity), header)
    } catch {
      // The SDK's message may hold network errors and parts of the token.
      throw new Refusal(401, 'Unauthorized', 'The Bot Framework token is not valid for this bot.')
    }
  }
}

/** The parts of an activity the SDK's check looks at. */
function judged({ type, channelId, serviceUrl }: ServiceActivity): Activity {
  const parts: Partial<Activity> = { type, channelId, serviceUrl }
  return parts as Activity
}

function lazily<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make()
    return made
  }
}
