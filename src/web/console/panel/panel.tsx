import { Button, Tab, TabList } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { lazy, Suspense, useState } from 'react'
import type { ConversationView } from '../api/shapes.ts'
import { focusSoon, useKeys } from '../data/keyboard.tsx'
import { Waiting } from '../desk/waiting.tsx'
import { useTongue } from '../tongue.tsx'
import { FactsTab } from './facts-tab.tsx'

const TicketTab = lazy(async () => ({ default: (await import('./ticket-tab.tsx')).TicketTab }))
const KnowledgeTab = lazy(async () => ({
  default: (await import('./knowledge-tab.tsx')).KnowledgeTab,
}))
const HistoryTab = lazy(async () => ({ default: (await import('./history-tab.tsx')).HistoryTab }))

const tabs = ['facts', 'ticket', 'knowledge', 'history'] as const
type TabName = (typeof tabs)[number]

interface PanelProps {
  conversation: ConversationView
  ticketNo: string | undefined
  /** It stands alone in a narrow window. */
  isAlone: boolean
  onBack(): void
  onInsert(text: string): void
}

/** What is known about a conversation, in four tabs. */
export function Panel({ conversation, ticketNo, onBack, onInsert }: PanelProps) {
  const { words } = useTongue()
  const [tab, setTab] = useState<TabName>(ticketNo ? 'ticket' : 'facts')
  const show = (name: TabName) => () => {
    setTab(name)
    focusSoon(`#tab-${name}`)
  }
  useKeys({
    facts: show('facts'),
    ticket: show('ticket'),
    knowledge: show('knowledge'),
    history: show('history'),
  })
  return (
    <aside className="panel" aria-label={words.panelLabel}>
      <div className="panel-head">
        <Button
          className="only-without-panel"
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={words.back}
          onClick={onBack}
        />
        <TabList
          selectedValue={tab}
          onTabSelect={(_event, { value }) => setTab(value as TabName)}
          aria-label={words.panelLabel}
        >
          {tabs.map((name) => (
            <Tab key={name} value={name} id={`tab-${name}`} aria-controls="panel-body">
              {words.panel[name]}
            </Tab>
          ))}
        </TabList>
      </div>
      <div className="panel-body" id="panel-body" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <Suspense fallback={<Waiting />}>
          {tab === 'facts' && <FactsTab conversation={conversation} />}
          {tab === 'ticket' && <TicketTab conversation={conversation} ticketNo={ticketNo} />}
          {tab === 'knowledge' && <KnowledgeTab conversation={conversation} onInsert={onInsert} />}
          {tab === 'history' && <HistoryTab conversation={conversation} />}
        </Suspense>
      </div>
    </aside>
  )
}
