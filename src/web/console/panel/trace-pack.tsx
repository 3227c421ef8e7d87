import { Button } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { DocumentPdfRegular } from '@fluentui/react-icons/svg/document-pdf'
import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text'
import { query } from '../api/calls.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { useTongue } from '../tongue.tsx'
import { copyText } from './copyable.tsx'
import { Part } from './part.tsx'
import { saveFile } from './save-file.ts'

/** What the bank needs to find a payment, in one click: as text, as PDF, or to paste. */
export function TracePack({ path }: { path: string }) {
  const { calls } = useDesk()
  const { words, locale } = useTongue()
  const { act, busy } = useAct()
  const name = `trace-pack-${decodeURIComponent(path.split('/').at(-1) ?? '').replaceAll(/[^\w-]/g, '_')}`
  const fetchPack = (format: 'text' | 'pdf') =>
    calls.file(`${path}/trace-pack${query({ format, locale })}`)
  const save = (format: 'text' | 'pdf') =>
    act(async () => {
      saveFile(await fetchPack(format), `${name}.${format === 'text' ? 'txt' : 'pdf'}`)
    })
  const copy = () => act(async () => copyText(await (await fetchPack('text')).text()), words.copied)
  return (
    <Part title={words.tickets.trace}>
      <div className="button-row">
        <Button
          size="small"
          icon={<DocumentPdfRegular />}
          disabledFocusable={busy}
          onClick={() => void save('pdf')}
        >
          {words.tickets.tracePdf}
        </Button>
        <Button
          size="small"
          icon={<DocumentTextRegular />}
          disabledFocusable={busy}
          onClick={() => void save('text')}
        >
          {words.tickets.traceText}
        </Button>
        <Button
          size="small"
          icon={<CopyRegular />}
          disabledFocusable={busy}
          onClick={() => void copy()}
        >
          {words.tickets.traceCopy}
        </Button>
      </div>
    </Part>
  )
}
