import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { FileView } from '../api/shapes.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { useFocusBack } from '../focus-back.ts'
import { saveFile } from '../panel/save-file.ts'
import { useTongue } from '../tongue.tsx'

interface FileDialogProps {
  conversationId: string
  file: FileView
  onClose(): void
}

/** Every browser draws these; of the others there is only the name. */
const drawn = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** A customer's file, opened: a picture is shown, anything can be saved, and deleted for good. */
export function FileDialog({ conversationId, file, onClose }: FileDialogProps) {
  const { calls, resources } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()
  const [asks, setAsks] = useState(false)
  const [isGone, setGone] = useState(false)
  useFocusBack()
  const conversation = `/conversations/${encodeURIComponent(conversationId)}`
  const path = `${conversation}/files/${encodeURIComponent(file.id)}`
  const save = () => act(async () => saveFile(await calls.file(path), file.name))
  async function remove(): Promise<void> {
    if (!(await act(() => calls.post(`${path}/delete`), words.files.deletedNow))) return
    onClose()
    await resources.refresh(conversation)
  }
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className="dialog file-dialog">
        <DialogBody>
          <DialogTitle className="file-name">{file.name}</DialogTitle>
          <DialogContent className="form">
            {drawn.includes(file.contentType) && !isGone ? (
              <img src={`/api/v1${path}`} alt={file.name} onError={() => setGone(true)} />
            ) : (
              <p>{isGone ? words.files.gone : words.files.notDrawn}</p>
            )}
            <p className="soft">{asks ? words.files.sure : words.files.caution}</p>
          </DialogContent>
          <DialogActions>
            {asks ? (
              <Button disabledFocusable={busy} onClick={() => void remove()}>
                {words.files.remove}
              </Button>
            ) : (
              <>
                <Button onClick={() => setAsks(true)}>{words.files.remove}</Button>
                <Button disabledFocusable={busy} onClick={() => void save()}>
                  {words.files.save}
                </Button>
              </>
            )}
            <Button appearance="primary" onClick={asks ? () => setAsks(false) : onClose}>
              {asks ? words.files.keep : words.files.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
