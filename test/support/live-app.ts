import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type GivenParts } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import { type Answer, post } from './web.ts'

/** A Tuesday morning in Shanghai: the demo world's days count back from here. */
export const morning = '2026-11-24T10:30:00+08:00'

/** The whole product on a free port, with a data folder of its own and the demo world. */
export async function startLiveApp(settings: Record<string, string> = {}, given: GivenParts = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-live-'))
  const shared = { LOG_LEVEL: 'silent', RATE_LIMITS: 'off', CLOCK_START: morning, ...settings }
  let app = await appOn({ ...shared, DATA_DIR: folder, PORT: '0' }, given)
  const port = await app.start()
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    secrets: app.secrets,
    routes: app.routes,
    /** Stops the server; `between` runs while it is away. It comes back on the same port. */
    async restart(between: () => Promise<void> = async () => {}): Promise<void> {
      await app.stop()
      await between()
      app = await appOn({ ...shared, DATA_DIR: folder, PORT: String(port) }, given)
      await app.start()
    },
    /** What an agent does, through the API. */
    agent(
      conversationId: string,
      act: 'claim' | 'message' | 'close',
      body: object,
    ): Promise<Answer> {
      const path = `/api/v1/handoffs/${conversationId}/${act}`
      return post(url + path, app.secrets.adminToken, body)
    },
    async stop(): Promise<void> {
      await app.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type LiveApp = Awaited<ReturnType<typeof startLiveApp>>

const appOn = (settings: Record<string, string>, given: GivenParts) =>
  createApp(loadConfig(settings), given)
