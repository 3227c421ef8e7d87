import { Button, MessageBar, MessageBarBody, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { query } from '../api/calls.ts'
import type { AgentView, AuditPage, NamedAccount } from '../api/shapes.ts'
import { useAct, useDesk, useKnown } from '../data/desk.tsx'
import { Waiting } from '../desk/waiting.tsx'
import type { Area } from '../route.ts'
import { wayTo } from '../router.ts'
import { ScrollBox } from '../scroll-box.tsx'
import { dateAndTime } from '../time.ts'
import { useTongue } from '../tongue.tsx'
import { actWords } from '../words/audit-acts.ts'
import type { ConsoleWords } from '../words/en.ts'
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
  const { value } = useKnown<AuditPage>(
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
      {value ? <AuditTable {...value} /> : <Waiting />}
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
      <option value="admin-token">{words.audit.adminToken}</option>
      <option value="nobody">{words.audit.nobody}</option>
    </Select>
  )
}

function AuditTable({ entries, people }: AuditPage) {
  const { words, locale } = useTongue()
  const accounts = new Map(people.map((person) => [person.id, person]))
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
          {entries.map(({ seq, at, actor, act, object, detail }) => (
            <tr key={seq}>
              <td className="at">
                <time dateTime={at} title={at}>
                  {dateAndTime(at, locale)}
                </time>
              </td>
              <td>
                <Actor actor={actor} account={accounts.get(actor)} />
              </td>
              <td>
                <span title={act}>{actWords(act, locale) ?? act}</span>
                {detail && <Detail detail={detail} />}
              </td>
              <td>
                <Thing object={object} accounts={accounts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

interface ActorProps {
  actor: string
  account: NamedAccount | undefined
}

/** Who did it: by name, whatever has become of the account. */
function Actor({ actor, account }: ActorProps) {
  const { words } = useTongue()
  if (account) return <Account {...account} />
  if (actor === 'admin-token') return words.audit.adminToken
  if (actor === 'nobody') return words.audit.nobody
  return <code>{actor}</code>
}

function Account({ name, login, disabled }: NamedAccount) {
  const { words } = useTongue()
  return (
    <>
      {name}
      <small className="under">
        {login}
        {disabled && ` · ${words.people.disabled}`}
      </small>
    </>
  )
}

interface ThingProps {
  object: string
  accounts: ReadonlyMap<string, NamedAccount>
}

/** What it was done to: an account by name, all else by its address. */
function Thing({ object, accounts }: ThingProps) {
  const [kind = '', id = ''] = object.split(/\/(.*)/s)
  const account = accounts.get(id)
  if (kind === 'agents' && account) return <Account {...account} />
  const area = areaOf[kind]
  if (!area || !id) return <code>{object}</code>
  return (
    <a {...wayTo({ area, id })}>
      <code>{object}</code>
    </a>
  )
}

/** Where a thing of the audit is opened. */
const areaOf: Readonly<Record<string, Area>> = { conversations: 'search', tickets: 'tickets' }

function Detail({ detail }: { detail: string }) {
  const { words } = useTongue()
  return (
    <small className="under detail" title={detail}>
      {detailText(detail, words)}
    </small>
  )
}

/** Ids, states and addresses as they are; why it was refused, in words. */
function detailText(detail: string, { audit, problems }: ConsoleWords): string {
  const refused = /^refused: (\w+)$/.exec(detail)?.[1]
  if (refused) return audit.refused(problems[refused] ?? refused)
  if (detail === 'failed') return audit.failed
  if (detail === 'nothing shown') return audit.nothingShown
  return detail.replace(/^(?:shown: |from )/, '')
}
