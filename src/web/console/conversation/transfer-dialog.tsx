import { Field, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { type Locale, locales } from '../../../domain/locale.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { useTongue } from '../tongue.tsx'
import { ColleagueField } from './colleagues.tsx'
import type { GiveAwayProps } from './end-dialog.tsx'

interface TransferDialogProps extends GiveAwayProps {
  language: Locale | undefined
}

/** To a colleague, or back in the queue for somebody who knows more of it. */
export function TransferDialog({ conversationId, language, onClose, onGone }: TransferDialogProps) {
  const { calls } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()
  const [where, setWhere] = useState<'agent' | 'queue'>('agent')
  const [to, setTo] = useState('')
  const [wanted, setWanted] = useState({ skill: '', language: language ?? '' })
  const [note, setNote] = useState('')

  async function transfer(): Promise<void> {
    const path = `/handoffs/${encodeURIComponent(conversationId)}/transfer`
    const target = where === 'agent' ? { to } : given(wanted)
    const body = { ...target, ...(note.trim() && { note: note.trim() }) }
    if (await act(() => calls.post(path, body), words.conversation.transferred)) await onGone()
  }

  return (
    <FormDialog
      title={words.transfer.title}
      submit={words.transfer.submit}
      busy={busy}
      isUnready={where === 'agent' && to === ''}
      onSubmit={() => void transfer()}
      onClose={onClose}
    >
      <RadioGroup
        aria-label={words.transfer.title}
        layout="horizontal"
        value={where}
        onChange={(_event, { value }) => setWhere(value === 'queue' ? 'queue' : 'agent')}
      >
        <Radio value="agent" label={words.transfer.toAgent} />
        <Radio value="queue" label={words.transfer.toQueue} />
      </RadioGroup>
      {where === 'agent' ? (
        <ColleagueField chosen={to} onChange={setTo} />
      ) : (
        <WantedFields wanted={wanted} onChange={setWanted} />
      )}
      <Field label={words.transfer.note} hint={words.transfer.noteHint}>
        <Textarea
          value={note}
          maxLength={2000}
          onChange={(_event, { value }) => setNote(value)}
          resize="vertical"
        />
      </Field>
    </FormDialog>
  )
}

interface Wanted {
  skill: string
  language: string
}

function given({ skill, language }: Wanted) {
  return { ...(skill && { skill }), ...(language && { language }) }
}

function WantedFields({ wanted, onChange }: { wanted: Wanted; onChange(to: Wanted): void }) {
  const { words } = useTongue()
  return (
    <>
      <Field label={words.transfer.skill}>
        <Select
          value={wanted.skill}
          onChange={(_event, { value }) => onChange({ ...wanted, skill: value })}
        >
          <option value="">{words.transfer.any}</option>
          {Object.entries(words.skills).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.transfer.language}>
        <Select
          value={wanted.language}
          onChange={(_event, { value }) => onChange({ ...wanted, language: value })}
        >
          <option value="">{words.transfer.any}</option>
          {locales.map((each) => (
            <option key={each} value={each}>
              {words.languages[each]}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}
