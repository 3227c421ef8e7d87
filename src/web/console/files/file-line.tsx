import { Button } from '@fluentui/react-components'
import { AttachRegular } from '@fluentui/react-icons/svg/attach'
import { lazy, Suspense, useState } from 'react'
import type { FileView } from '../api/shapes.ts'
import { useTongue } from '../tongue.tsx'

const FileDialog = lazy(async () => ({ default: (await import('./file-dialog.tsx')).FileDialog }))

interface FileLineProps {
  conversationId: string
  file: FileView
}

/** A customer's file by its name. It is not shown before somebody asks: each look is noted. */
export function FileLine({ conversationId, file }: FileLineProps) {
  const { words } = useTongue()
  const [isOpen, setOpen] = useState(false)
  if (file.deletedAt) {
    const gone = file.deletedBy === 'age' ? words.files.tooOld : words.files.deleted
    return <p className="extra">{gone(file.name)}</p>
  }
  return (
    <p className="extra">
      <Button
        size="small"
        icon={<AttachRegular />}
        aria-label={words.files.open(file.name)}
        onClick={() => setOpen(true)}
      >
        <span className="file-name">{file.name}</span>
      </Button>
      {isOpen && (
        <Suspense>
          <FileDialog conversationId={conversationId} file={file} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </p>
  )
}
