import { Button, Divider, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Calls } from '../api/calls.ts'
import type { Session, SessionOptions } from '../api/shapes.ts'
import { Logo } from '../logo.tsx'
import { problemText } from '../problem-text.ts'
import { useTongue } from '../tongue.tsx'
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
  const tongue = useTongue()
  const { words, locale, setLocale } = tongue
  const [options, setOptions] = useState<SessionOptions>()
  const [problem, setProblem] = useState<unknown>()

  useEffect(() => {
    document.title = `${words.signIn.title} · ${words.product}`
  }, [words])

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
    <main className="entrance">
      <div className="entrance-card">
        <div className="entrance-head">
          <Logo size={36} />
          <div>
            <h1>{isFirst ? words.signIn.firstTitle : `${words.product} · ${words.console}`}</h1>
            <p>{isFirst ? words.signIn.firstLead : words.signIn.lead}</p>
          </div>
        </div>
        <Notice
          problem={problem === undefined ? '' : problemText(problem, tongue)}
          over={isOver ? words.signIn.over : ''}
        />
        {!options && !problem && <Spinner label={words.loading} />}
        {isFirst && <FirstSignIn {...form} />}
        {options && !isFirst && <PasswordSignIn {...form} />}
        {options?.oidc && !isFirst && <CompanySignIn name={options.oidc.name} />}
        <Button
          appearance="subtle"
          size="small"
          className="entrance-language"
          lang={locale === 'en' ? 'zh-CN' : 'en'}
          onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}
        >
          {words.otherLanguage}
        </Button>
      </div>
    </main>
  )
}

function Notice({ problem, over }: { problem: string; over: string }) {
  if (!problem && !over) return null
  return (
    <MessageBar intent={problem ? 'error' : 'info'} role="alert" layout="multiline">
      <MessageBarBody>{problem || over}</MessageBarBody>
    </MessageBar>
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
