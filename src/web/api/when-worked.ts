import type { FanOut } from '../../ports/fan-out.ts'
import type { Store } from '../../ports/store.ts'

interface Needs {
  store: Pick<Store, 'inboundState'>
  fanOut: Pick<FanOut, 'subscribe'>
}

/** No caller is kept waiting longer: what was accepted takes effect anyway. */
const patienceMs = 2_000
/** Wake-ups from other processes may be lost. */
const lookMs = 100

/** Waits until an accepted act has taken effect, at most two seconds; false when it has not by then. */
export function createWhenWorked({ store, fanOut }: Needs) {
  return async function whenWorked(conversationId: string, inboundId: string): Promise<boolean> {
    const until = performance.now() + patienceMs
    let wake = () => {}
    const unsubscribe = fanOut.subscribe(conversationId, { wake: () => wake(), typing: () => {} })
    try {
      for (;;) {
        if ((await store.inboundState(inboundId)) !== 'new') return true
        if (performance.now() >= until) return false
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, lookMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    } finally {
      unsubscribe()
    }
  }
}

export type WhenWorked = ReturnType<typeof createWhenWorked>
