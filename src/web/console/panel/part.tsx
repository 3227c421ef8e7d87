import type { ReactNode } from 'react'

/** A part of the panel with its title. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="part">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** Names and values; what has no value is left out. */
export function Pairs({
  pairs,
}: {
  pairs: readonly (readonly [name: string, value: ReactNode])[]
}) {
  const given = pairs.filter(([, value]) => value !== undefined && value !== '' && value !== null)
  if (given.length === 0) return null
  return (
    <dl className="pairs">
      {given.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
