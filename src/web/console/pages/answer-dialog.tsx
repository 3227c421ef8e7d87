import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { type Locale, locales } from '../../../domain/locale.ts'
import type { CannedAnswer } from '../api/shapes.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { useTongue } from '../tongue.tsx'

interface AnswerDialogProps {
  /** Absent for a new one. */
  answer: CannedAnswer | undefined
  onClose(): void
}

/** Writes a canned answer, or mends one. */
export function AnswerDialog({ answer, onClose }: AnswerDialogProps) {
  const { calls, resources } = useDesk()
  const { words, locale } = useTongue()
  const { act, busy } = useAct()
  const [given, setGiven] = useState({
    shortcut: answer?.shortcut.replace(/^\//, '') ?? '',
    title: answer?.title ?? '',
    locale: answer?.locale ?? locale,
    text: answer?.text ?? '',
    disabled: answer?.disabled ?? false,
  })
  const set = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }))

  async function save(): Promise<void> {
    const { disabled, ...rest } = { ...given, shortcut: `/${given.shortcut}` }
    const path = answer ? `/canned-answers/${encodeURIComponent(answer.id)}` : '/canned-answers'
    const body = answer ? { ...rest, disabled } : rest
    if (!(await act(() => calls.post(path, body), words.answers.saved))) return
    await resources.refresh('/canned-answers')
    onClose()
  }

  return (
    <FormDialog
      title={answer ? words.answers.edit : words.answers.add}
      submit={words.save}
      busy={busy}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field label={words.answers.shortcut} hint={words.answers.shortcutHint} required>
        <Input
          required
          contentBefore="/"
          maxLength={30}
          value={given.shortcut}
          onChange={(_event, { value }) => set({ shortcut: value })}
        />
      </Field>
      <Field label={words.answers.name} required>
        <Input
          required
          maxLength={100}
          value={given.title}
          onChange={(_event, { value }) => set({ title: value })}
        />
      </Field>
      <Field label={words.answers.locale}>
        <Select
          value={given.locale}
          onChange={(_event, { value }) => set({ locale: value as Locale })}
        >
          {locales.map((each) => (
            <option key={each} value={each}>
              {words.languages[each]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.answers.text} hint={words.answers.textHint} required>
        <Textarea
          required
          rows={6}
          maxLength={2000}
          value={given.text}
          onChange={(_event, { value }) => set({ text: value })}
        />
      </Field>
      {answer && (
        <Checkbox
          label={words.answers.disabled}
          checked={given.disabled}
          onChange={(_event, { checked }) => set({ disabled: checked === true })}
        />
      )}
    </FormDialog>
  )
}
