import type { ReactNode } from 'react'

/** The title of a whole page, and what can be done on it. */
export function PageHead({
  title,
  lead,
  children,
}: {
  title: string
  lead?: string | undefined
  children?: ReactNode
}) {
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        {lead && <p className="soft">{lead}</p>}
      </div>
      <div className="button-row">{children}</div>
    </div>
  )
}
