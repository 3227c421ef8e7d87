import { Checkbox, Field, Input, Select, SpinButton } from '@fluentui/react-components'
import { useState } from 'react'
import { agentRoles } from '../../../domain/agents/agent.ts'
import { type Locale, locales } from '../../../domain/locale.ts'
import type { AgentView } from '../api/shapes.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { NewPasswordField } from '../new-password-field.tsx'
import { useTongue } from '../tongue.tsx'

interface PersonDialogProps {
  /** Absent for somebody new. */
  person: AgentView | undefined
  onClose(): void
}

const nobody = {
  login: '',
  name: '',
  role: 'agent' as AgentView['role'],
  languages: ['zh-CN', 'en'] as Locale[],
  capacity: 4,
  disabled: false,
}

/** Adds somebody, or changes what they may do and take. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const { calls, resources } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()
  const [given, setGiven] = useState(person ?? nobody)
  const [skills, setSkills] = useState((person?.skills ?? []).join(', '))
  const [password, setPassword] = useState('')
  const set = (part: Partial<typeof nobody>) => setGiven((before) => ({ ...before, ...part }))

  async function save(): Promise<void> {
    const { login, name, role, languages, capacity, disabled } = given
    const shared = { name, role, languages, skills: namesIn(skills), capacity }
    const path = person ? `/agents/${encodeURIComponent(person.id)}` : '/agents'
    const body = person ? { ...shared, disabled } : { ...shared, login, password }
    const done = await act(() => calls.post(path, body), words.people.saved)
    if (!done) return
    await resources.refresh('/agents')
    onClose()
  }

  return (
    <FormDialog
      title={person ? `${words.people.edit}: ${person.name}` : words.people.add}
      submit={words.save}
      busy={busy}
      isUnready={given.languages.length === 0}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field label={words.people.name} required>
        <Input
          required
          maxLength={100}
          value={given.name}
          onChange={(_event, { value }) => set({ name: value })}
        />
      </Field>
      {!person && (
        <SignInFields
          login={given.login}
          password={password}
          onLogin={(login) => set({ login })}
          onPassword={setPassword}
        />
      )}
      <Field label={words.people.role}>
        <Select
          value={given.role}
          onChange={(_event, { value }) => set({ role: value as AgentView['role'] })}
        >
          {agentRoles.map((role) => (
            <option key={role} value={role}>
              {words.agentRoles[role]}
            </option>
          ))}
        </Select>
      </Field>
      <LanguagesField languages={given.languages} onChange={(languages) => set({ languages })} />
      <Field label={words.people.skills} hint={words.people.skillsHint}>
        <Input value={skills} onChange={(_event, { value }) => setSkills(value)} />
      </Field>
      <Field label={words.people.capacity}>
        <SpinButton
          min={1}
          max={20}
          value={given.capacity}
          onChange={(_event, { value, displayValue }) =>
            set({ capacity: value ?? (Number(displayValue) || given.capacity) })
          }
        />
      </Field>
      {person && (
        <Field hint={words.people.disableHint}>
          <Checkbox
            label={words.people.disable}
            checked={given.disabled}
            onChange={(_event, { checked }) => set({ disabled: checked === true })}
          />
        </Field>
      )}
    </FormDialog>
  )
}

interface SignInFieldsProps {
  login: string
  password: string
  onLogin(login: string): void
  onPassword(password: string): void
}

function SignInFields({ login, password, onLogin, onPassword }: SignInFieldsProps) {
  const { words } = useTongue()
  return (
    <>
      <Field label={words.people.login} required>
        <Input
          required
          maxLength={100}
          autoComplete="off"
          value={login}
          onChange={(_event, { value }) => onLogin(value)}
        />
      </Field>
      <NewPasswordField
        label={words.people.password}
        hint={words.people.givenHint}
        value={password}
        onChange={onPassword}
      />
    </>
  )
}

interface LanguagesFieldProps {
  languages: readonly Locale[]
  onChange(languages: Locale[]): void
}

function LanguagesField({ languages, onChange }: LanguagesFieldProps) {
  const { words } = useTongue()
  return (
    <fieldset className="choices">
      <legend>{words.people.languages}</legend>
      {locales.map((each) => (
        <Checkbox
          key={each}
          label={words.languages[each]}
          checked={languages.includes(each)}
          onChange={(_event, { checked }) =>
            onChange(
              locales.filter((one) => (one === each ? checked === true : languages.includes(one))),
            )
          }
        />
      ))}
    </fieldset>
  )
}

/** Names separated by commas of either kind. */
function namesIn(text: string): string[] {
  return text
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter(Boolean)
}
