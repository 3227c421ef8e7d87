import { failureKind } from '../errors.ts'
import type { Log } from '../observability/log.ts'

export interface RepeatedWork {
  start(): void
  /** Works now; who asks while it runs waits for the same run. */
  run(): Promise<void>
  /** Begins nothing more, and waits for what runs. */
  stop(): Promise<void>
}

interface RepeatedWorkOptions {
  /** Ends soon once `isStopped` says so. */
  work(isStopped: () => boolean): Promise<void>
  everyMs: number
  /** The first run is at the start; else after the first stretch of time. */
  atStart?: boolean | undefined
  log: Pick<Log, 'error'>
  /** The name under which a run that broke is logged; the next one tries again. */
  broken: string
}

/** Work that is done every so often beside the turns, and never twice at once. */
export function createRepeatedWork(options: RepeatedWorkOptions): RepeatedWork {
  const { work, everyMs, atStart, log, broken } = options
  let stopped = false
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  function run(): Promise<void> {
    running ??= work(() => stopped).finally(() => {
      running = undefined
    })
    return running
  }

  function tick(): void {
    run().catch((error: unknown) => log.error(broken, failureKind(error)))
  }

  return {
    start() {
      if (atStart) tick()
      timer = setInterval(tick, everyMs)
      timer.unref()
    },
    run,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running?.catch(() => undefined)
    },
  }
}
