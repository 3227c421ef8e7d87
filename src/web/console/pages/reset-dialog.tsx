import { useState } from 'react'
import type { AgentView } from '../api/shapes.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { NewPasswordField } from '../new-password-field.tsx'
import { useTongue } from '../tongue.tsx'

/** A new password for somebody who has lost theirs. */
export function ResetDialog({ person, onClose }: { person: AgentView; onClose(): void }) {
  const { agent, calls } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()
  const [password, setPassword] = useState('')
  const isMe = person.id === agent.id
  async function reset(): Promise<void> {
    const path = `/agents/${encodeURIComponent(person.id)}/password`
    if (await act(() => calls.post(path, { password }), words.people.saved)) onClose()
  }
  return (
    <FormDialog
      title={`${words.people.reset}: ${person.name}`}
      submit={words.save}
      busy={busy}
      onSubmit={() => void reset()}
      onClose={onClose}
    >
      <NewPasswordField
        label={words.people.newPassword}
        hint={isMe ? words.people.resetHint : `${words.people.resetHint} ${words.people.givenHint}`}
        value={password}
        onChange={setPassword}
      />
    </FormDialog>
  )
}
