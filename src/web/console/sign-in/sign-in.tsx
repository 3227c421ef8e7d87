import { Button, Divider, Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Calls } from '../api/calls.ts'
import type { Session, SessionOptions } from '../api/shapes.ts'
import { useTongue } from '../tongue.tsx'
import { EntranceCard } from './entrance-card.tsx'
import { FirstSignIn } from './first-sign-in.tsx'
import { PasswordSignIn } from './password-sign-in.tsx'

interface SignInProps {
  calls: Calls
  /** The session has just ended by itself. */
  isOver: boolean
  onDone(session: Session): void
}

/** The way in: by password, by the company's own sign-in, or the very first one by the admin token. */
export function SignIn({ calls, isOver, onDone }: SignInProps) {
  const { words } = useTongue()
  const [options, setOptions] = useState<SessionOptions>()
  const [problem, setProblem] = useState<unknown>()

  useEffect(() => {
    calls.get<SessionOptions>('/session/options').then(setOptions, setProblem)
  }, [calls])

  const form = {
    calls,
    onDone,
    onProblem: setProblem,
  }
  const isFirst = options?.firstSignIn === true
  return (
    <EntranceCard
      pageTitle={words.signIn.title}
      title={isFirst ? words.signIn.firstTitle : `${words.product} · ${words.console}`}
      lead={isFirst ? words.signIn.firstLead : words.signIn.lead}
      problem={problem}
      note={isOver ? words.signIn.over : undefined}
    >
      {!options && !problem && <Spinner label={words.loading} />}
      {isFirst && <FirstSignIn {...form} />}
      {options && !isFirst && <PasswordSignIn {...form} />}
      {options?.oidc && !isFirst && <CompanySignIn name={options.oidc.name} />}
    </EntranceCard>
  )
}

function CompanySignIn({ name }: { name: string }) {
  const { words } = useTongue()
  return (
    <>
      <Divider>{words.signIn.or}</Divider>
      <Button as="a" size="large" href="/api/v1/session/oidc">
        {words.signIn.with(name)}
      </Button>
    </>
  )
}
