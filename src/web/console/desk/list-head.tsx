import type { ReactNode } from 'react'

interface ListHeadProps {
  title: string
  count?: number | undefined
  action?: ReactNode
  children?: ReactNode
}

/** What a list holds, how much of it, and what can be done with it. */
export function ListHead({ title, count, action, children }: ListHeadProps) {
  return (
    <div className="list-head">
      <div className="list-title">
        <h1>
          {title}
          {count !== undefined && <span className="list-count">{count}</span>}
        </h1>
        {action}
      </div>
      {children}
    </div>
  )
}
