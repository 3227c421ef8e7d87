import { Field, Input } from '@fluentui/react-components'
import { useTongue } from './tongue.tsx'

interface NewPasswordFieldProps {
  label: string
  /** Said behind what a password must be like. */
  hint?: string | undefined
  value: string
  onChange(value: string): void
}

/** A password to be chosen, with the lengths the server takes. */
export function NewPasswordField({ label, hint = '', value, onChange }: NewPasswordFieldProps) {
  const { words } = useTongue()
  return (
    <Field label={label} hint={`${words.signIn.passwordHint} ${hint}`.trim()} required>
      <Input
        type="password"
        autoComplete="new-password"
        required
        minLength={12}
        maxLength={200}
        value={value}
        onChange={(_event, data) => onChange(data.value)}
      />
    </Field>
  )
}
