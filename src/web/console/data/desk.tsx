import { createContext, useCallback, useContext, useState, useSyncExternalStore } from 'react'
import type { Calls } from '../api/calls.ts'
import type { AgentView } from '../api/shapes.ts'
import { problemText } from '../problem-text.ts'
import { useTongue } from '../tongue.tsx'
import type { Known, Resources } from './resources.ts'

/** What every part of the console shares once somebody is signed in. */
export interface Desk {
  agent: AgentView
  calls: Calls
  resources: Resources
  /** Says something for a moment, aloud for screen readers too. */
  tell(text: string, kind?: 'done' | 'problem'): void
}

export const DeskContext = createContext<Desk | undefined>(undefined)

/** Throws outside of the desk: a part was drawn before somebody signed in. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk is used outside of the desk')
  return desk
}

const unknown: Known<never> = {}
const noListener = () => () => {}

/** What is known of an address of the API, read while somebody looks; undefined reads nothing. */
export function useKnown<Value>(path: string | undefined): Known<Value> {
  const { resources } = useDesk()
  const follow = useCallback(
    (listener: () => void) => (path ? resources.follow(path, listener) : noListener()),
    [resources, path],
  )
  return useSyncExternalStore(follow, () => (path ? resources.known<Value>(path) : unknown))
}

export interface Acting {
  busy: boolean
  /** Runs an act; a problem is told. True when it was done. */
  act(run: () => Promise<unknown>, done?: string): Promise<boolean>
}

/** One act at a time, with its problems told. */
export function useAct(): Acting {
  const { tell } = useDesk()
  const tongue = useTongue()
  const [busy, setBusy] = useState(false)
  async function act(run: () => Promise<unknown>, done?: string): Promise<boolean> {
    setBusy(true)
    try {
      await run()
      if (done) tell(done)
      return true
    } catch (problem) {
      tell(problemText(problem, tongue), 'problem')
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, act }
}
