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
    if (line.trim() !== '') addLine(blocks, line.trim())
  }
  return blocks
}

function addLine(blocks: Block[], line: string): void {
  const last = blocks.at(-1)
  const [, label, fact] = point.exec(line) ?? []
  const [, mark, item] = step.exec(line) ?? []
  if (label && fact) {
    const named = { label, text: fact }
    if (last?.kind === 'points') last.points.push(named)
    else blocks.push({ kind: 'points', points: [named] })
  } else if (mark && item) {
    const marked = { mark: mark === '-' ? '•' : mark, text: item }
    if (last?.kind === 'steps') last.steps.push(marked)
    else blocks.push({ kind: 'steps', steps: [marked] })
  } else {
    blocks.push({ kind: 'paragraph', text: line })
  }
}
