import { Badge } from '@fluentui/react-components'
import type { TicketView } from '../api/shapes.ts'
import { dateAndTime } from '../time.ts'
import { useTongue } from '../tongue.tsx'
import { Part } from './part.tsx'

const colors = { none: 'subtle', half: 'informative', most: 'warning', over: 'danger' } as const
const names = ['acknowledge', 'firstTouch', 'update', 'resolve'] as const

/** Our own targets: by when each is due, or that it was reached. */
export function TicketTargets({ ticket: { target } }: { ticket: TicketView }) {
  const { words, locale } = useTongue()
  if (!target) return null
  const aimed = names.flatMap((name) => {
    const one = target[name]
    return one ? [{ name, ...one }] : []
  })
  return (
    <Part title={words.tickets.own}>
      <ul className="targets">
        {aimed.map(({ name, dueAt, warn, metAt }) => (
          <li key={name}>
            <span>{words.targets[name]}</span>
            <span className="soft">{dateAndTime(metAt ?? dueAt, locale)}</span>
            <Badge appearance="tint" color={metAt && warn === 'none' ? 'success' : colors[warn]}>
              {metAt ? words.targetMet : words.tickets.warn[warn]}
            </Badge>
          </li>
        ))}
      </ul>
    </Part>
  )
}
