import type { Metrics } from '../observability/metrics.ts'
import { ok, type Reply } from './reply.ts'
import type { Route } from './request.ts'

export type Readiness = { ready: true } | { ready: false; reason: string }

export interface HealthDependencies {
  /** Whether turns can be taken now; `reason` is shown to operators and holds no secret. */
  readiness(): Promise<Readiness> | Readiness
  metrics: Metrics
}

/** `/healthz`, `/readyz`, `/metrics`. */
export function healthRoutes({ readiness, metrics }: HealthDependencies): Route[] {
  return [
    { method: 'GET', path: '/healthz', limit: 'none', handler: () => ok({ status: 'alive' }) },
    { method: 'GET', path: '/readyz', limit: 'none', handler: () => readyReply(readiness) },
    {
      method: 'GET',
      path: '/metrics',
      limit: 'none',
      handler: async () => ({
        status: 200,
        type: metrics.contentType,
        body: await metrics.text(),
      }),
    },
  ]
}

async function readyReply(readiness: HealthDependencies['readiness']): Promise<Reply> {
  try {
    const state = await readiness()
    if (state.ready) return ok({ status: 'ready' })
    return { status: 503, json: { status: 'not ready', reason: state.reason } }
  } catch {
    return { status: 503, json: { status: 'not ready', reason: 'the readiness check failed' } }
  }
}
