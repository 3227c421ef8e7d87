import { Field, Input } from '@fluentui/react-components'
import { useTongue } from './tongue.tsx'

interface NewPasswordFieldProps {
  label: string
  /** Said behind what a password must be like. */
  hint?: string | undefined
  size?: 'medium' | 'large' | undefined
  value: string
  onChange(value: string): void
}

/** A password to be chosen, with the lengths the server takes. */
export function NewPasswordField(props: NewPasswordFieldProps) {
  const { label, hint = '', size = 'medium', value, onChange } = props
  const { words } = useTongue()
  return (
    <Field label={label} hint={`${words.signIn.passwordHint} ${hint}`.trim()} size={size} required>
      <Input
        size={size}
        name="next"
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
