import { Field, Select } from '@fluentui/react-components'
import type { AgentView } from '../api/shapes.ts'
import { useDesk, useKnown } from '../data/desk.tsx'
import { useTongue } from '../tongue.tsx'

interface ColleagueFieldProps {
  chosen: string
  /** Whether oneself may be chosen. */
  withMe?: boolean | undefined
  onChange(agentId: string): void
}

/** Those who are at the desk, with how much they have. */
export function ColleagueField({ chosen, withMe = false, onChange }: ColleagueFieldProps) {
  const { agent } = useDesk()
  const { words } = useTongue()
  const { value } = useKnown<{ agents: AgentView[] }>('/agents')
  const colleagues = (value?.agents ?? [])
    .filter(({ id, disabled }) => !disabled && (withMe || id !== agent.id))
    .sort((one, other) => order(one) - order(other))
  if (value && colleagues.length === 0) return <p>{words.transfer.nobody}</p>
  return (
    <Field label={words.transfer.to} required>
      <Select value={chosen} onChange={(_event, data) => onChange(data.value)} required>
        <option value="">{words.transfer.choose}</option>
        {colleagues.map(({ id, name, active = 0, capacity, presence }) => (
          <option key={id} value={id}>
            {words.transfer.load(name, words.mine.load(active, capacity), words.presence[presence])}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** Those who can take one now come first. */
function order({ presence, active = 0, capacity }: AgentView): number {
  if (presence === 'online') return active < capacity ? 0 : 1
  return presence === 'away' ? 2 : 3
}
