import { Button, Field, Input } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { Session } from '../api/shapes.ts'
import { useTongue } from '../tongue.tsx'
import type { SignInForm } from './password-sign-in.tsx'

const empty = { adminToken: '', name: '', login: '', password: '' }

/** While no account exists, the holder of the admin token makes the first. */
export function FirstSignIn({ calls, onDone, onProblem }: SignInForm) {
  const { words } = useTongue()
  const [given, setGiven] = useState(empty)
  const [busy, setBusy] = useState(false)

  function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    calls.post<Session>('/session/first', given).then(onDone, (problem) => {
      setBusy(false)
      onProblem(problem)
    })
  }
  const bind = (name: keyof typeof empty) => ({
    name,
    required: true,
    size: 'large' as const,
    value: given[name],
    onChange: (_event: unknown, { value }: { value: string }) =>
      setGiven((before) => ({ ...before, [name]: value })),
  })

  return (
    <form className="form" onSubmit={submit}>
      <Field label={words.signIn.adminToken} size="large">
        <Input {...bind('adminToken')} type="password" autoComplete="off" autoFocus />
      </Field>
      <Field label={words.signIn.name} hint={words.signIn.nameHint} size="large">
        <Input {...bind('name')} autoComplete="name" />
      </Field>
      <Field label={words.signIn.login} size="large">
        <Input {...bind('login')} autoComplete="username" />
      </Field>
      <Field label={words.signIn.password} hint={words.signIn.passwordHint} size="large">
        <Input {...bind('password')} type="password" autoComplete="new-password" minLength={12} />
      </Field>
      <Button type="submit" appearance="primary" size="large" disabledFocusable={busy}>
        {words.signIn.firstSubmit}
      </Button>
    </form>
  )
}
