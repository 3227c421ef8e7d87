import { Badge } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Severity } from '../../../domain/tickets/ticket.ts'
import type { Route } from '../route.ts'
import { wayTo } from '../router.ts'
import { useTongue } from '../tongue.tsx'

/** A list to walk with j and k or the arrows. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="rows" data-rows aria-label={label}>
      {children}
    </ul>
  )
}

interface RowProps {
  to: Route
  isOpen: boolean
  className?: string | undefined
  children: ReactNode
}

/** A row opens what it names. */
export function Row({ to, isOpen, className = '', children }: RowProps) {
  return (
    <li className={className}>
      <a className="row" data-row {...wayTo(to)} aria-current={isOpen ? 'true' : undefined}>
        {children}
      </a>
    </li>
  )
}

/** Nothing is in the list, and what to do now. */
export function EmptyList({ title, more }: { title: string; more?: string | undefined }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {more && <p>{more}</p>}
    </div>
  )
}

const colors = { P1: 'danger', P2: 'warning', P3: 'informative', P4: 'subtle' } as const

/** How urgent something is, in a word. */
export function PriorityBadge({ priority }: { priority: Severity }) {
  const { words } = useTongue()
  return (
    <Badge
      appearance={priority === 'P1' ? 'filled' : 'tint'}
      color={colors[priority]}
      className="priority"
    >
      {words.severities[priority]}
    </Badge>
  )
}
