import { Refusal } from '../refusal.ts'
import type { Reply } from '../reply.ts'
import type { WebRequest } from '../request.ts'
import { refusedPage, type SignInProblem } from '../sign-in/refused-page.ts'
import { accountOf, pendingCookie, readPending } from '../sign-in/service-sign-in.ts'
import { nobody } from './audited.ts'
import type { DeskDependencies } from './dependencies.ts'
import { anyQuery, nothing } from './desk-schemas.ts'
import { type ApiOperation, openOperation } from './operation.ts'
import { beginSession } from './session.ts'

const path = '/api/v1/session/oidc'
const returnPath = `${path}/return`

/** Signing in by a service outside: the browser is led there and comes back. */
export function serviceSignInOperations(desk: DeskDependencies): ApiOperation[] {
  return [
    openOperation({
      method: 'GET',
      path,
      summary: 'Leads to the sign-in service',
      answer: nothing,
      status: 302,
      limit: 'signIn',
      async run({ headers, origin }) {
        const started = await serviceOf(desk).start(origin + returnPath)
        if (!started) return refusedPage('unreachable', { headers })
        return redirect(started.url, pendingCookie({ origin }, started.pending))
      },
      reply: (result): Reply => result,
    }),
    openOperation({
      method: 'GET',
      path: returnPath,
      summary: 'Where the sign-in service leads back to; goes on to the console',
      query: anyQuery,
      answer: nothing,
      status: 302,
      limit: 'signIn',
      run: ({ query, ...request }) =>
        comeBack(desk, { ...request, search: new URLSearchParams(query) }),
      reply: (result): Reply => result,
    }),
  ]
}

function serviceOf({ signInService }: DeskDependencies) {
  if (signInService) return signInService
  throw new Refusal(404, 'NoSignInService', 'No sign-in service is configured (OIDC_ISSUER).')
}

interface ComingBack extends Pick<WebRequest, 'headers' | 'origin' | 'address'> {
  search: URLSearchParams
}

async function comeBack(desk: DeskDependencies, request: ComingBack): Promise<Reply> {
  const { headers, origin, address, search } = request
  const service = serviceOf(desk)
  const refuse = async (problem: SignInProblem): Promise<Reply> => {
    const detail = `${problem}, from ${address}`
    await desk.audit.noteOnce(nobody, { act: 'session.wrong', object: 'session/oidc', detail })
    return refusedPage(problem, { headers })
  }
  const pending = readPending(request)
  if (!pending) return refuse('too_late')
  const finished = await service.finish(`${origin}${returnPath}?${search}`, pending)
  if (finished.outcome !== 'person') return refuse(finished.outcome)
  const agent = await accountOf(desk, finished.person)
  if (typeof agent === 'string') return refuse(agent)
  const from = `by ${service.name}, from ${address}`
  const begun = await beginSession(desk, { agent, request: { headers, origin }, from })
  return redirect('/console', begun.headers?.['set-cookie'] ?? '')
}

function redirect(location: string, cookie: string): Reply {
  const headers = { location, 'set-cookie': cookie }
  return { status: 302, type: 'text/plain; charset=utf-8', body: '', headers }
}
