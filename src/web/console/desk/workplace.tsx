import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { TicketView } from '../api/shapes.ts'
import { useKnown } from '../data/desk.tsx'
import type { Route } from '../route.ts'
import { go } from '../router.ts'
import { MineList } from './mine-list.tsx'
import { NothingOpen } from './nothing-open.tsx'
import { QueueList } from './queue-list.tsx'
import { Waiting } from './waiting.tsx'

const Conversation = lazy(async () => ({
  default: (await import('../conversation/conversation.tsx')).Conversation,
}))
const TicketList = lazy(async () => ({ default: (await import('./ticket-list.tsx')).TicketList }))
const SearchList = lazy(async () => ({ default: (await import('./search-list.tsx')).SearchList }))

/** A list, the conversation that is open in it, and what is known about it. */
export function Workplace({ route }: { route: Route }) {
  const { area, id } = route
  const [showsPanel, setShowsPanel] = useState(false)
  const { value: ticket } = useKnown<TicketView>(
    area === 'tickets' && id ? `/tickets/${encodeURIComponent(id)}` : undefined,
  )
  const conversationId = area === 'tickets' ? ticket?.conversationId : id
  const back = useCallback(() => go({ ...route, id: undefined }), [route])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation begins with itself.
  useEffect(() => setShowsPanel(false), [id])

  return (
    <div className="workplace" data-open={openPart(id, showsPanel)}>
      <section className="list-column">
        <Suspense fallback={<Waiting />}>
          <ListOf route={route} />
        </Suspense>
      </section>
      {conversationId ? (
        <Suspense fallback={<Waiting />}>
          <Conversation
            key={conversationId}
            id={conversationId}
            ticketNo={area === 'tickets' ? id : undefined}
            showsPanel={showsPanel}
            onPanel={setShowsPanel}
            onBack={back}
          />
        </Suspense>
      ) : (
        <NothingOpen isComing={id !== undefined} />
      )}
    </div>
  )
}

/** What a narrow window shows. */
function openPart(id: string | undefined, showsPanel: boolean): 'list' | 'conversation' | 'panel' {
  if (!id) return 'list'
  return showsPanel ? 'panel' : 'conversation'
}

function ListOf({ route }: { route: Route }) {
  switch (route.area) {
    case 'mine':
      return <MineList openId={route.id} />
    case 'tickets':
      return <TicketList openNo={route.id} />
    case 'search':
      return <SearchList openId={route.id} q={route.q} />
    default:
      return <QueueList openId={route.id} />
  }
}
