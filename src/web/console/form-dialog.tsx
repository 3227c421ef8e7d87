import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { FormEvent, ReactNode } from 'react'
import { useFocusBack } from './focus-back.ts'
import { useTongue } from './tongue.tsx'

interface FormDialogProps {
  title: string
  submit: string
  busy: boolean
  /** Nothing can be sent yet. */
  isUnready?: boolean | undefined
  onSubmit(): void
  onClose(): void
  children: ReactNode
}

/** A question or a form over the page. Enter sends it, Esc leaves. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, busy, isUnready = false, onSubmit, onClose, children } = props
  const { words } = useTongue()
  useFocusBack()
  function send(event: FormEvent) {
    event.preventDefault()
    if (!busy && !isUnready) onSubmit()
  }
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className="dialog">
        <form onSubmit={send}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className="form">{children}</DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{words.cancel}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={busy || isUnready}>
                {submit}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
