/** @jsxImportSource preact */
import { type Block, blocksOf, type Point, type Step } from './blocks.ts'
import { richText } from './rich-text.tsx'

/** The bot's text as paragraphs, lists and lists of named facts. */
export function BotText({ text }: { text: string }) {
  return <Blocks blocks={blocksOf(text)} />
}

export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return <>{blocks.map(drawBlock)}</>
}

function drawBlock(block: Block) {
  if (block.kind === 'points') return <Points points={block.points} />
  if (block.kind === 'steps') return <Steps steps={block.steps} />
  return <p>{richText(block.text)}</p>
}

export function Points({ points }: { points: readonly Point[] }) {
  return (
    <dl class="points">
      {points.map(({ label, text }) => (
        <div>
          <dt>{label}</dt>
          <dd>{richText(text)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The marks are the bot's own, so the list draws none; without them it must say that it is one. */
function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without marks some screen readers take it for no list.
    <ol class="steps" role="list">
      {steps.map(({ mark, text }) => (
        <li>
          <span class="mark">{mark}</span> <span>{richText(text)}</span>
        </li>
      ))}
    </ol>
  )
}
