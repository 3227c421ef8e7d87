import { useState } from 'react'
import { useAct, useDesk } from '../data/desk.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { useTongue } from '../tongue.tsx'
import { ColleagueField } from './colleagues.tsx'
import type { GiveAwayProps } from './end-dialog.tsx'

/** A lead gives a conversation to somebody. */
export function AssignDialog({ conversationId, onClose, onGone }: GiveAwayProps) {
  const { calls } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()
  const [to, setTo] = useState('')
  async function assign(): Promise<void> {
    const path = `/handoffs/${encodeURIComponent(conversationId)}/assign`
    if (await act(() => calls.post(path, { agent: to }), words.conversation.assigned)) {
      await onGone()
    }
  }
  return (
    <FormDialog
      title={words.assign.title}
      submit={words.assign.submit}
      busy={busy}
      isUnready={to === ''}
      onSubmit={() => void assign()}
      onClose={onClose}
    >
      <ColleagueField chosen={to} withMe onChange={setTo} />
    </FormDialog>
  )
}
