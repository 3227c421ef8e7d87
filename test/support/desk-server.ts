import { vi } from 'vitest'
import { createLog } from '../../src/observability/log.ts'
import { createMetrics } from '../../src/observability/metrics.ts'
import type { Store } from '../../src/ports/store.ts'
import type { ApiDependencies } from '../../src/web/api/dependencies.ts'
import { apiRoutes } from '../../src/web/api/routes.ts'
import { createWebServer, type WebServerOptions } from '../../src/web/server.ts'
import { quickPasswords, temporaryStore } from './desk.ts'
import { idleDesk } from './idle-desk.ts'
import { stillClock } from './movable-clock.ts'

export const adminToken = 'the-admin-token-of-the-tests'

interface Given extends Partial<WebServerOptions> {
  parts?: Partial<ApiDependencies>
  /** Stands around the store. */
  around?: (store: Store) => Store
}

/** The API on a real store, with a clock that stands still until it is moved. */
export async function startDeskServer({ parts, around, ...options }: Given = {}) {
  const { store: real, close } = await temporaryStore()
  const store = around?.(real) ?? real
  const clock = stillClock('2026-11-24T10:30:00+08:00')
  const metrics = createMetrics({ processMetrics: false })
  const log = createLog({ level: 'silent' })
  const server = createWebServer({ log, metrics, rateLimits: false, ...options })
  const unused = vi.fn()
  server.add(
    apiRoutes({
      store,
      inbox: { receive: async () => ({ id: 'accepted', duplicate: false }), replay: unused },
      ...idleDesk(),
      presence: { deployment: unused },
      now: clock.now,
      adminToken,
      passwords: quickPasswords,
      understand: unused,
      searchKnowledge: unused,
      knowledgeGaps: () => [],
      articleUse: () => [],
      articleUpkeep: unused,
      settings: () => ({}),
      version: '1',
      ...parts,
    }),
  )
  const port = await server.listen(0, '127.0.0.1')
  return {
    url: `http://127.0.0.1:${port}`,
    adminToken,
    store: real,
    clock,
    /** Puts the clock forward. */
    wait(ms: number): void {
      clock.moveTo(new Date(clock.now().getTime() + ms).toISOString())
    },
    async stop(): Promise<void> {
      server.http.closeAllConnections()
      await server.close()
      await close()
    },
  }
}

export type DeskServer = Awaited<ReturnType<typeof startDeskServer>>
