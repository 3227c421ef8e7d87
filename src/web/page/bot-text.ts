import { type Block, blocksOf, type Point, type Step } from './blocks.ts'
import { el, richText } from './dom.ts'

/** The bot's text as paragraphs, lists and lists of named facts. */
export function botText(text: string): HTMLElement[] {
  return blocksOf(text).map(drawBlock)
}

export function drawBlock(block: Block): HTMLElement {
  if (block.kind === 'points') return drawPoints(block.points)
  if (block.kind === 'steps') return drawSteps(block.steps)
  return el('p', richText(block.text))
}

function drawPoints(points: readonly Point[]): HTMLElement {
  const items = points.map(({ label, text }) =>
    el('div', el('dt', label), el('dd', richText(text))),
  )
  return el('dl.points', ...items)
}

/** The marks are the bot's own, so the list draws none. */
function drawSteps(steps: readonly Step[]): HTMLElement {
  const items = steps.map(({ mark, text }) =>
    el('li', el('span.mark', mark), ' ', el('span', richText(text))),
  )
  const list = el('ol.steps', ...items)
  // A list without marks is no list to some screen readers unless it says so.
  list.setAttribute('role', 'list')
  return list
}
