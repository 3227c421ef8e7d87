import { useAct, useDesk } from '../data/desk.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { useTongue } from '../tongue.tsx'

/** What every dialog that gives a conversation away needs. */
export interface GiveAwayProps {
  conversationId: string
  onClose(): void
  /** It was done. */
  onGone(): Promise<void>
}

interface EndDialogProps extends GiveAwayProps {
  /** `returned` to the assistant, or `solved` and finished. */
  outcome: 'returned' | 'solved'
}

/** Asks before a customer loses their agent. */
export function EndDialog({ outcome, conversationId, onClose, onGone }: EndDialogProps) {
  const { calls } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()
  const isReturn = outcome === 'returned'
  async function end(): Promise<void> {
    const path = `/handoffs/${encodeURIComponent(conversationId)}/close`
    const done = isReturn ? words.conversation.returned : words.conversation.closedNow
    if (await act(() => calls.post(path, { outcome }), done)) await onGone()
  }
  return (
    <FormDialog
      title={isReturn ? words.closing.returnTitle : words.closing.closeTitle}
      submit={isReturn ? words.conversation.returnToBot : words.conversation.close}
      busy={busy}
      onSubmit={() => void end()}
      onClose={onClose}
    >
      <p>{isReturn ? words.closing.returnText : words.closing.closeText}</p>
    </FormDialog>
  )
}
