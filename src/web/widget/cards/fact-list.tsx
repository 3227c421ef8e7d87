/** @jsxImportSource preact */

/** A name and what stands beside it; the main one is drawn larger. Without a value it is left out. */
export type Fact = [name: string, value: string | undefined, kind?: 'main']

/** Nothing when nothing is known. */
export function FactList({ rows }: { rows: readonly Fact[] }) {
  const known = rows.filter(([, value]) => value)
  if (known.length === 0) return null
  return (
    <dl class="facts">
      {known.map(([name, value, kind]) => (
        <div class={kind}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
