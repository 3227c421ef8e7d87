import { Toast, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { Calls } from '../api/calls.ts'
import type { Session } from '../api/shapes.ts'
import { type Desk, DeskContext } from '../data/desk.tsx'
import { listenToKeys } from '../data/keyboard.tsx'
import { LiveProvider } from '../data/live-provider.tsx'
import type { Resources } from '../data/resources.ts'
import { useRoute } from '../router.ts'
import { useTongue } from '../tongue.tsx'
import { useMedia } from '../use-media.ts'
import { Rail } from './rail.tsx'
import { useShellKeys } from './shell-keys.ts'
import { Waiting } from './waiting.tsx'
import { WaitingWatch } from './waiting-watch.tsx'
import { Workplace } from './workplace.tsx'

const People = lazy(async () => ({ default: (await import('../pages/people.tsx')).People }))
const Answers = lazy(async () => ({ default: (await import('../pages/answers.tsx')).Answers }))
const Audit = lazy(async () => ({ default: (await import('../pages/audit.tsx')).Audit }))
const Shortcuts = lazy(async () => ({
  default: (await import('./shortcuts.tsx')).Shortcuts,
}))

/** Where the desk tells something for a moment: never over what is pressed next. */
const atTheSide = { position: 'bottom-end' } as const
const belowTheHead = { position: 'top-end', offset: { vertical: 68 } } as const

interface ShellProps {
  session: Session
  calls: Calls
  resources: Resources
  onLeave(): void
}

/** The desk around whatever is open: the rail, the areas, what is told and what is heard. */
export function Shell({ session, calls, resources, onLeave }: ShellProps) {
  const { agent } = session
  const toasterId = useId('toaster')
  const { dispatchToast } = useToastController(toasterId)
  // Without the panel at the side its corner is the writing field's.
  const hasSide = useMedia('(min-width: 1200px)')
  const desk = useMemo<Desk>(
    () => ({
      agent,
      calls,
      resources,
      tell: (text, kind = 'done') =>
        dispatchToast(
          <Toast>
            <ToastTitle>{text}</ToastTitle>
          </Toast>,
          {
            intent: kind === 'done' ? 'success' : 'error',
            politeness: kind === 'done' ? 'polite' : 'assertive',
            timeout: kind === 'done' ? 3_000 : 8_000,
          },
        ),
    }),
    [agent, calls, resources, dispatchToast],
  )
  useEffect(listenToKeys, [])
  return (
    <DeskContext value={desk}>
      <LiveProvider>
        <Inside onLeave={onLeave} />
      </LiveProvider>
      <Toaster toasterId={toasterId} {...(hasSide ? atTheSide : belowTheHead)} />
    </DeskContext>
  )
}

function Inside({ onLeave }: { onLeave(): void }) {
  const { words } = useTongue()
  const [showsKeys, setShowsKeys] = useState(false)
  useShellKeys(() => setShowsKeys(true))
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Rail onKeys={() => setShowsKeys(true)} onLeave={onLeave} />
      <main className="content" id="content" tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          <AreaOf />
        </Suspense>
      </main>
      <WaitingWatch />
      {showsKeys && (
        <Suspense fallback={null}>
          <Shortcuts onClose={() => setShowsKeys(false)} />
        </Suspense>
      )}
    </div>
  )
}

function AreaOf() {
  const route = useRoute()
  switch (route.area) {
    case 'people':
      return <People />
    case 'answers':
      return <Answers />
    case 'audit':
      return <Audit />
    default:
      return <Workplace route={route} />
  }
}
