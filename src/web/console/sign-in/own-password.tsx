import { Button, Field, Input } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { Calls } from '../api/calls.ts'
import type { Session } from '../api/shapes.ts'
import { NewPasswordField } from '../new-password-field.tsx'
import { useTongue } from '../tongue.tsx'
import { EntranceCard } from './entrance-card.tsx'

interface OwnPasswordProps {
  session: Session
  calls: Calls
  onDone(session: Session): void
  onLeave(): void
}

/** Who came in with a password that an administrator typed takes one of their own, or leaves. */
export function OwnPassword({ session, calls, onDone, onLeave }: OwnPasswordProps) {
  const { words } = useTongue()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()

  function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    calls.post<Session>('/session/password', { current, next }).then(onDone, (reason) => {
      setBusy(false)
      setProblem(reason)
    })
  }

  return (
    <EntranceCard
      pageTitle={words.ownPassword.title}
      title={words.ownPassword.title}
      lead={words.ownPassword.lead}
      problem={problem}
    >
      <form className="form" onSubmit={submit}>
        {/* Tells a browser that keeps passwords whose it is. */}
        <input hidden readOnly autoComplete="username" value={session.agent.login} />
        <Field label={words.ownPassword.given} size="large" required>
          <Input
            size="large"
            type="password"
            name="current"
            autoComplete="current-password"
            autoFocus
            required
            value={current}
            onChange={(_event, { value }) => setCurrent(value)}
          />
        </Field>
        <NewPasswordField label={words.account.next} size="large" value={next} onChange={setNext} />
        <Button type="submit" appearance="primary" size="large" disabledFocusable={busy}>
          {words.ownPassword.submit}
        </Button>
      </form>
      <Button size="large" onClick={() => void calls.post('/session/end').finally(onLeave)}>
        {words.account.signOut}
      </Button>
    </EntranceCard>
  )
}
