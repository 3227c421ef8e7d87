import { Button, Field, Input } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { Calls } from '../api/calls.ts'
import type { Session } from '../api/shapes.ts'
import { useTongue } from '../tongue.tsx'

export interface SignInForm {
  calls: Calls
  onDone(session: Session): void
  onProblem(problem: unknown): void
}

/** Login and password. */
export function PasswordSignIn({ calls, onDone, onProblem }: SignInForm) {
  const { words } = useTongue()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)

  function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    calls.post<Session>('/session', { login, password }).then(onDone, (problem) => {
      setBusy(false)
      onProblem(problem)
    })
  }

  return (
    <form className="form" onSubmit={submit}>
      <Field label={words.signIn.login} size="large">
        <Input
          size="large"
          name="login"
          autoComplete="username"
          autoFocus
          required
          value={login}
          onChange={(_event, { value }) => setLogin(value)}
        />
      </Field>
      <Field label={words.signIn.password} size="large">
        <Input
          size="large"
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(_event, { value }) => setPassword(value)}
        />
      </Field>
      <Button type="submit" appearance="primary" size="large" disabledFocusable={busy}>
        {words.signIn.submit}
      </Button>
    </form>
  )
}
