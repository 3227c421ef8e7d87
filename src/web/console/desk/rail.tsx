import { CounterBadge, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { BookQuestionMarkRegular } from '@fluentui/react-icons/svg/book-question-mark'
import { ChatMultipleRegular } from '@fluentui/react-icons/svg/chat-multiple'
import { PeopleRegular } from '@fluentui/react-icons/svg/people'
import { PeopleQueueRegular } from '@fluentui/react-icons/svg/people-queue'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { ShieldTaskRegular } from '@fluentui/react-icons/svg/shield-task'
import { TicketDiagonalRegular } from '@fluentui/react-icons/svg/ticket-diagonal'
import type { ComponentType } from 'react'
import { type AgentRole, mayActAs } from '../../../domain/agents/agent.ts'
import type { DeskView, HandoffView } from '../api/shapes.ts'
import { useDesk, useKnown } from '../data/desk.tsx'
import { useLive } from '../data/live-provider.tsx'
import { Logo } from '../logo.tsx'
import { type Area, areas } from '../route.ts'
import { useRoute, wayTo } from '../router.ts'
import { useTongue } from '../tongue.tsx'
import { AccountMenu } from './account-menu.tsx'

const icons: Record<Area, ComponentType> = {
  queue: PeopleQueueRegular,
  mine: ChatMultipleRegular,
  tickets: TicketDiagonalRegular,
  search: SearchRegular,
  people: PeopleRegular,
  answers: BookQuestionMarkRegular,
  audit: ShieldTaskRegular,
}

const roleFor: Partial<Record<Area, AgentRole>> = { answers: 'lead', audit: 'admin' }

interface RailProps {
  onKeys(): void
  onLeave(): void
}

/** The ways to each area, how many wait there, and one's own account. */
export function Rail({ onKeys, onLeave }: RailProps) {
  const { agent } = useDesk()
  const { words } = useTongue()
  const { isUp } = useLive()
  const { area } = useRoute()
  const { value: desk } = useKnown<DeskView>('/desk')
  const { value: mine } = useKnown<{ handoffs: HandoffView[] }>('/handoffs?state=active&agent=me')
  const counts: Partial<Record<Area, number | undefined>> = {
    queue: desk?.queued,
    mine: mine?.handoffs.filter(isUnanswered).length,
  }
  const shown = areas.filter((name) => mayActAs(agent.role, roleFor[name] ?? 'agent'))
  return (
    <header className="rail">
      <div className="rail-logo">
        <Logo size={32} />
      </div>
      <nav aria-label={words.navigation}>
        <ul className="rail-areas">
          {shown.map((name) => (
            <RailItem key={name} area={name} isHere={name === area} count={counts[name] ?? 0} />
          ))}
        </ul>
      </nav>
      <AccountMenu onKeys={onKeys} onLeave={onLeave} />
      {!isUp && (
        <MessageBar intent="warning" className="lost" role="status">
          <MessageBarBody>{words.live.lost}</MessageBarBody>
        </MessageBar>
      )}
    </header>
  )
}

/** The customer spoke last. */
export function isUnanswered({ lastCustomerAt, lastAgentAt }: HandoffView): boolean {
  return lastCustomerAt !== undefined && (lastAgentAt ?? '') < lastCustomerAt
}

function RailItem({ area, isHere, count }: { area: Area; isHere: boolean; count: number }) {
  const { words } = useTongue()
  const Icon = icons[area]
  return (
    <li>
      <a className="rail-item" {...wayTo({ area })} aria-current={isHere ? 'page' : undefined}>
        <span className="rail-icon">
          <Icon />
          {count > 0 && <CounterBadge className="rail-count" size="small" count={count} />}
        </span>
        <span className="rail-name">{words.areas[area]}</span>
      </a>
    </li>
  )
}
