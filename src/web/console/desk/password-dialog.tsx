import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { Session } from '../api/shapes.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { NewPasswordField } from '../new-password-field.tsx'
import { useTongue } from '../tongue.tsx'

/** One's own password, with the old one as proof. */
export function PasswordDialog({ onClose }: { onClose(): void }) {
  const { calls } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')

  async function change(): Promise<void> {
    const done = await act(async () => {
      const answer = await calls.post<Partial<Session>>('/session/password', { current, next })
      // The session is a new one, and so is its proof.
      const { csrfToken } = answer.csrfToken ? answer : await calls.get<Session>('/session')
      calls.proveWith(csrfToken)
    }, words.account.changed)
    if (done) onClose()
  }

  return (
    <FormDialog
      title={words.account.password}
      submit={words.save}
      busy={busy}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <Field label={words.account.current} required>
        <Input
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={(_event, { value }) => setCurrent(value)}
        />
      </Field>
      <NewPasswordField label={words.account.next} value={next} onChange={setNext} />
    </FormDialog>
  )
}
