import { FluentProvider, Spinner } from '@fluentui/react-components'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { createCalls } from './api/calls.ts'
import type { Session } from './api/shapes.ts'
import { createResources } from './data/resources.ts'
import { Shell } from './desk/shell.tsx'
import { OwnPassword } from './sign-in/own-password.tsx'
import { SignIn } from './sign-in/sign-in.tsx'
import { darkTheme, lightTheme } from './theme.ts'
import { TongueProvider, useTongue } from './tongue.tsx'
import { useMedia } from './use-media.ts'

/** The console: whoever is not signed in signs in, then comes the desk. */
export function App() {
  const isDark = useMedia('(prefers-color-scheme: dark)')
  return (
    <FluentProvider theme={isDark ? darkTheme : lightTheme}>
      <TongueProvider>
        <Entrance />
      </TongueProvider>
    </FluentProvider>
  )
}

type State = 'unknown' | 'out' | 'over' | Session

function Entrance() {
  const { words } = useTongue()
  const [state, setState] = useState<State>('unknown')
  const calls = useMemo(() => createCalls(() => setState('over')), [])
  const resources = useMemo(() => createResources((path) => calls.get(path)), [calls])

  const enter = useCallback(
    (session: Session) => {
      resources.clear()
      calls.proveWith(session.csrfToken)
      setState(session)
    },
    [calls, resources],
  )
  const leave = useCallback(() => {
    calls.proveWith(undefined)
    resources.clear()
    setState('out')
  }, [calls, resources])

  useEffect(() => {
    calls.get<Session>('/session').then(enter, () => setState('out'))
  }, [calls, enter])

  if (state === 'unknown') return <Spinner className="middle" label={words.loading} />
  if (state === 'out' || state === 'over') {
    return <SignIn calls={calls} isOver={state === 'over'} onDone={enter} />
  }
  if (state.mustChangePassword) {
    return <OwnPassword session={state} calls={calls} onDone={enter} onLeave={leave} />
  }
  return <Shell session={state} calls={calls} resources={resources} onLeave={leave} />
}
