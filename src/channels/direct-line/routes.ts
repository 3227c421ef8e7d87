import { randomUUID } from 'node:crypto'
import { ok, type Reply } from '../../web/reply.ts'
import type { Route, WebRequest } from '../../web/request.ts'
import { callerOf } from './access.ts'
import { getActivities, postActivity } from './activities.ts'
import type { DirectLineDependencies } from './dependencies.ts'
import {
  anonymousToken,
  generateToken,
  reconnect,
  refreshToken,
  startConversation,
} from './start.ts'
import { downloadFile, uploadFiles } from './upload.ts'

const base = '/v3/directline'
const conversation = `${base}/conversations/:conversationId`

/** The Direct Line 3.0 routes; the web socket is `attachStream`. */
export function directLineRoutes(dependencies: DirectLineDependencies): Route[] {
  const withAll =
    (run: (request: WebRequest, dependencies: DirectLineDependencies) => Promise<Reply>) =>
    (request: WebRequest) =>
      run(request, dependencies)
  return [
    { method: 'POST', path: `${base}/tokens/generate`, handler: withAll(generateToken) },
    {
      method: 'POST',
      path: `${base}/tokens/anonymous`,
      handler: withAll(anonymousToken),
      limit: 'start',
    },
    { method: 'POST', path: `${base}/tokens/refresh`, handler: withAll(refreshToken) },
    {
      // A token starts one conversation, so counting the tokens that strangers get is enough; an
      // integrator's back end starts the conversations of all its customers from one address.
      method: 'POST',
      path: `${base}/conversations`,
      handler: withAll(startConversation),
      // The published client tries again after 429 and gives up for good after any 5xx.
      whenBusy: 429,
    },
    { method: 'GET', path: conversation, handler: withAll(reconnect) },
    { method: 'POST', path: `${conversation}/activities`, handler: withAll(postActivity) },
    {
      method: 'GET',
      path: `${conversation}/activities`,
      handler: withAll(getActivities),
      limit: 'none',
    },
    { method: 'POST', path: `${conversation}/upload`, handler: withAll(uploadFiles) },
    {
      method: 'GET',
      path: `${base}/attachments/:fileId`,
      handler: withAll(downloadFile),
    },
    { method: 'GET', path: `${base}/session/getsessionid`, handler: withAll(sessionId) },
  ]
}

/** Clients ask before they offer a sign-in card; we show none, so any id will do. */
async function sessionId(
  request: WebRequest,
  dependencies: DirectLineDependencies,
): Promise<Reply> {
  await callerOf(request.headers, dependencies)
  return ok({ sessionId: randomUUID() })
}
