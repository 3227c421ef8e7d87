/** A fact with its name, from a line such as `• Why: it was taken after the cut-off`. */
export interface Point {
  label: string
  text: string
}

/** A line of a list with its mark: a number, or a bullet. */
export interface Step {
  mark: string
  text: string
}

/** A piece of a bot's text: a paragraph, a list of named facts, or a list. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'points'; points: Point[] }
  | { kind: 'steps'; steps: Step[] }

/** The label may be bold; the colon of an address is not one after a label. */
const point = /^(?:[•·]|- )\s*(?:\*\*)?([^:：*]{1,24})(?:\*\*)?[:：](?!\/\/)\s*(.+)$/
const step = /^([•·]|-(?= )|\d{1,2}[.、)]|[①-⑳])\s*(.+)$/

/** Reads the bot's plain text line by line; every word comes back, in order. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const next = blockOf(line.trim())
    if (!joins(blocks.at(-1), next)) blocks.push(next)
  }
  return blocks
}

function blockOf(line: string): Block {
  const [, label, fact] = point.exec(line) ?? []
  if (label && fact) return { kind: 'points', points: [{ label, text: fact }] }
  const [, mark, item] = step.exec(line) ?? []
  if (!mark || !item) return { kind: 'paragraph', text: line }
  return { kind: 'steps', steps: [{ mark: mark === '-' ? '•' : mark, text: item }] }
}

/** Lines of one list that follow each other make one list. */
function joins(last: Block | undefined, next: Block): boolean {
  if (last?.kind === 'points' && next.kind === 'points') last.points.push(...next.points)
  else if (last?.kind === 'steps' && next.kind === 'steps') last.steps.push(...next.steps)
  else return false
  return true
}
