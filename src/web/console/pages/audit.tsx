import { Button, MessageBar, MessageBarBody, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { query } from '../api/calls.ts'
import type { AgentView, AuditEntry } from '../api/shapes.ts'
import { useAct, useDesk, useKnown } from '../data/desk.tsx'
import { Waiting } from '../desk/waiting.tsx'
import { ScrollBox } from '../scroll-box.tsx'
import { dateAndTime } from '../time.ts'
import { useTongue } from '../tongue.tsx'
import { PageHead } from './page-head.tsx'

interface Verified {
  intact: boolean
  entries: number
  brokenAt?: number | undefined
}

/** Who looked at what and who changed what; and whether nobody has touched that list. */
export function Audit() {
  const { calls } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()
  const [agent, setAgent] = useState('')
  const [after, setAfter] = useState<number>()
  const [verified, setVerified] = useState<Verified>()
  const { value } = useKnown<{ entries: AuditEntry[]; next?: number }>(
    `/audit${query({ agent, after, order: 'newest', limit: 100 })}`,
  )
  const verify = () => act(async () => setVerified(await calls.get<Verified>('/audit/verify')))
  return (
    <section className="page">
      <PageHead title={words.audit.title} lead={words.audit.lead}>
        <AgentFilter
          agent={agent}
          onChange={(next) => {
            setAgent(next)
            setAfter(undefined)
          }}
        />
        <Button disabledFocusable={busy} onClick={() => void verify()}>
          {words.audit.verify}
        </Button>
      </PageHead>
      {verified && (
        <MessageBar intent={verified.intact ? 'success' : 'error'} role="status">
          <MessageBarBody>
            {verified.intact
              ? words.audit.intact(verified.entries)
              : words.audit.broken(String(verified.brokenAt ?? '?'))}
          </MessageBarBody>
        </MessageBar>
      )}
      {value ? <AuditTable entries={value.entries} /> : <Waiting />}
      <div className="button-row">
        {after !== undefined && (
          <Button onClick={() => setAfter(undefined)}>{words.audit.newest}</Button>
        )}
        {value?.next !== undefined && (
          <Button onClick={() => setAfter(value.next)}>{words.audit.more}</Button>
        )}
      </div>
    </section>
  )
}

function AgentFilter({ agent, onChange }: { agent: string; onChange(agent: string): void }) {
  const { words } = useTongue()
  const { value } = useKnown<{ agents: AgentView[] }>('/agents')
  return (
    <Select
      aria-label={words.audit.agent}
      value={agent}
      onChange={(_event, data) => onChange(data.value)}
    >
      <option value="">{words.audit.everybody}</option>
      {(value?.agents ?? []).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  )
}

function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const { words, locale } = useTongue()
  if (entries.length === 0) return <p className="soft">{words.audit.none}</p>
  return (
    <ScrollBox className="table-box" label={words.audit.title}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.audit.at}</th>
            <th scope="col">{words.audit.actor}</th>
            <th scope="col">{words.audit.act}</th>
            <th scope="col">{words.audit.object}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ seq, at, actor, act, object }) => (
            <tr key={seq}>
              <td>{dateAndTime(at, locale)}</td>
              <td>{actor}</td>
              <td>
                <code>{act}</code>
              </td>
              <td>
                <code>{object ?? ''}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
