import { Button, MessageBar, MessageBarBody, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { type Locale, locales } from '../../../domain/locale.ts'
import { query } from '../api/calls.ts'
import type { DeskView, HandoffView } from '../api/shapes.ts'
import { useKnown } from '../data/desk.tsx'
import { useKeys } from '../data/keyboard.tsx'
import { dateAndTime, stretch } from '../time.ts'
import { useTongue } from '../tongue.tsx'
import { HandoffRow } from './handoff-row.tsx'
import { ListHead } from './list-head.tsx'
import { EmptyList, Rows } from './rows.tsx'
import { useClaimNext } from './use-claim-next.ts'

/** Who waits, in the order in which they are served. */
export function QueueList({ openId }: { openId: string | undefined }) {
  const { words, locale } = useTongue()
  const [language, setLanguage] = useState('')
  const [skill, setSkill] = useState('')
  const { value } = useKnown<{ handoffs: HandoffView[] }>(
    `/handoffs${query({ state: 'queued', language, skill, locale })}`,
  )
  const { value: desk } = useKnown<DeskView>('/desk')
  const { claimNext, busy } = useClaimNext()
  useKeys({ nextWaiting: claimNext })
  const rows = value?.handoffs
  const longest = desk?.longestWaitSeconds ?? 0

  return (
    <>
      <ListHead
        title={words.queue.title}
        count={rows?.length}
        action={
          <Button
            appearance="primary"
            disabledFocusable={busy || !rows || rows.length === 0}
            onClick={claimNext}
            aria-keyshortcuts="n"
          >
            {words.queue.claimNext}
          </Button>
        }
      >
        {desk && (
          <p className="list-facts">
            <span>{words.queue.online(desk.agents.online)}</span>
            {desk.queued > 0 && longest > 0 && (
              <span>{words.queue.longest(stretch(longest, locale))}</span>
            )}
          </p>
        )}
        <div className="filters">
          <LanguageFilter language={language} onChange={setLanguage} />
          <SkillFilter skill={skill} onChange={setSkill} />
        </div>
      </ListHead>
      {desk && !desk.hours.open && <ClosedBar opensAt={desk.hours.opensAt} locale={locale} />}
      {rows && rows.length === 0 && (
        <EmptyList title={words.queue.empty} more={words.queue.emptyMore} />
      )}
      {rows && rows.length > 0 && (
        <Rows label={words.queue.title}>
          {rows.map((row) => (
            <HandoffRow
              key={row.id}
              row={row}
              area="queue"
              isOpen={row.conversationId === openId}
            />
          ))}
        </Rows>
      )}
    </>
  )
}

function ClosedBar({ opensAt, locale }: { opensAt: string | undefined; locale: Locale }) {
  const { words } = useTongue()
  const text = opensAt ? words.queue.closedNow(dateAndTime(opensAt, locale)) : words.queue.closed
  return (
    <MessageBar intent="info" className="list-bar">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  )
}

function LanguageFilter({ language, onChange }: { language: string; onChange(to: string): void }) {
  const { words } = useTongue()
  return (
    <Select
      size="small"
      aria-label={words.queue.language}
      value={language}
      onChange={(_event, { value }) => onChange(value)}
    >
      <option value="">{words.queue.all}</option>
      {locales.map((each) => (
        <option key={each} value={each}>
          {words.languages[each]}
        </option>
      ))}
    </Select>
  )
}

function SkillFilter({ skill, onChange }: { skill: string; onChange(to: string): void }) {
  const { words } = useTongue()
  return (
    <Select
      size="small"
      aria-label={words.queue.skill}
      value={skill}
      onChange={(_event, { value }) => onChange(value)}
    >
      <option value="">{words.queue.allSkills}</option>
      {Object.entries(words.skills).map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  )
}
