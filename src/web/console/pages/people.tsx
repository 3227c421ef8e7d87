import { Badge, Button, PresenceBadge } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useState } from 'react'
import { type AgentPresence, mayActAs } from '../../../domain/agents/agent.ts'
import type { AgentView } from '../api/shapes.ts'
import { useDesk, useKnown } from '../data/desk.tsx'
import { Waiting } from '../desk/waiting.tsx'
import { ScrollBox } from '../scroll-box.tsx'
import { useTongue } from '../tongue.tsx'
import { PageHead } from './page-head.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { ResetDialog } from './reset-dialog.tsx'

const statuses = { online: 'available', away: 'away', offline: 'offline' } as const

type Open = { kind: 'add' } | { kind: 'edit' | 'reset'; person: AgentView }

/** Who works here, who is there and how much they have; administrators change it. */
export function People() {
  const { agent } = useDesk()
  const { words } = useTongue()
  const { value } = useKnown<{ agents: AgentView[] }>('/agents')
  const [open, setOpen] = useState<Open>()
  const isAdmin = mayActAs(agent.role, 'admin')
  if (!value) return <Waiting />
  return (
    <section className="page">
      <PageHead title={words.people.title}>
        {isAdmin && (
          <Button
            appearance="primary"
            icon={<AddRegular />}
            onClick={() => setOpen({ kind: 'add' })}
          >
            {words.people.add}
          </Button>
        )}
      </PageHead>
      <ScrollBox className="table-box" label={words.people.title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.people.name}</th>
              <th scope="col">{words.people.presence}</th>
              <th scope="col">{words.people.load}</th>
              <th scope="col">{words.people.role}</th>
              <th scope="col">{words.people.languages}</th>
              <th scope="col">{words.people.skills}</th>
              {isAdmin && <th scope="col">{words.people.actions}</th>}
            </tr>
          </thead>
          <tbody>
            {value.agents.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                isMe={person.id === agent.id}
                onOpen={isAdmin ? setOpen : undefined}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {open?.kind === 'reset' && (
        <ResetDialog person={open.person} onClose={() => setOpen(undefined)} />
      )}
      {(open?.kind === 'add' || open?.kind === 'edit') && (
        <PersonDialog
          person={open.kind === 'edit' ? open.person : undefined}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}

interface PersonRowProps {
  person: AgentView
  isMe: boolean
  onOpen: ((open: Open) => void) | undefined
}

function PersonRow({ person, isMe, onOpen }: PersonRowProps) {
  const { words } = useTongue()
  const { name, login, role, languages, skills, active = 0, capacity, presence } = person
  return (
    <tr className={person.disabled ? 'disabled' : ''}>
      <th scope="row">
        {name}
        {isMe && <small> ({words.you})</small>}
        <small className="under">{login}</small>
      </th>
      <td>
        {person.disabled ? (
          <Badge appearance="tint" color="subtle">
            {words.people.disabled}
          </Badge>
        ) : (
          <Presence presence={presence} />
        )}
      </td>
      <td>{words.mine.load(active, capacity)}</td>
      <td>{words.agentRoles[role]}</td>
      <td>{words.listed(languages.map((language) => words.languages[language]))}</td>
      <td>{words.listed(skills.map((skill) => words.skills[skill] ?? skill)) || words.none}</td>
      {onOpen && (
        <td>
          <div className="button-row">
            <Button
              size="small"
              aria-label={`${words.people.edit}: ${name}`}
              onClick={() => onOpen({ kind: 'edit', person })}
            >
              {words.people.edit}
            </Button>
            <Button
              size="small"
              aria-label={`${words.people.reset}: ${name}`}
              onClick={() => onOpen({ kind: 'reset', person })}
            >
              {words.people.reset}
            </Button>
          </div>
        </td>
      )}
    </tr>
  )
}

function Presence({ presence }: { presence: AgentPresence }) {
  const { words } = useTongue()
  return (
    <span className="presence">
      <PresenceBadge status={statuses[presence]} aria-hidden /> {words.presence[presence]}
    </span>
  )
}
