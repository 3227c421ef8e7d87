import { el } from './dom.ts'

/** A name and what stands beside it; the main one is drawn larger. Without a value it is left out. */
export type Fact = [name: string, value: string | undefined, kind?: 'main']

/** Undefined when nothing is known. */
export function factList(rows: readonly Fact[]): HTMLElement | undefined {
  const known = rows.filter(([, value]) => value)
  if (known.length === 0) return undefined
  const items = known.map(([name, value, kind]) =>
    el(kind === 'main' ? 'div.main' : 'div', el('dt', name), el('dd', value)),
  )
  return el('dl.facts', ...items)
}
