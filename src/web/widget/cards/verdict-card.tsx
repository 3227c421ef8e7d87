/** @jsxImportSource preact */
import type { Stage } from '../../../domain/stage.ts'
import type { VerdictEntity } from '../../../domain/support-entity.ts'
import type { Tongue } from '../parts/tongue.ts'
import type { Words } from '../words/words.ts'
import { type Block, blocksOf, type Point } from './blocks.ts'
import { Blocks, Points } from './bot-text.tsx'
import { dateText, dayText, isBefore } from './dates.ts'
import { type Fact, FactList } from './fact-list.tsx'
import {
  holderOf,
  journeyOf,
  type StationDate,
  type StepState,
  stationDates,
  toneOf,
} from './journey.ts'
import { richText } from './rich-text.tsx'

interface VerdictGiven {
  /** The bot's message: its first line is the answer. */
  text: string
  verdict: VerdictEntity
  tongue: Tongue
}

/**
 * A diagnosis as one card: where the money is, the answer, its way, its dates, what to do now, and,
 * folded away, the reasons.
 */
export function VerdictCard({ text, verdict, tongue }: VerdictGiven) {
  const { words } = tongue
  const stage = shownStage(verdict)
  const { headline, body, closing } = partsOf(text)
  const { shown, folded } = foldedOf(body, words)
  const holder = holderOf(stage)
  return (
    <section class={`card verdict ${toneOf(stage)}`}>
      <p class="pill">{words.stages[stage]}</p>
      {headline && <h2 class="headline">{richText(headline)}</h2>}
      <Timeline stage={stage} verdict={verdict} tongue={tongue} />
      {holder && (
        <p class="holder">
          {words.heldBy} <b>{words.holders[holder]}</b>
        </p>
      )}
      <FactList rows={datesOf(stage, verdict, tongue)} />
      <Blocks blocks={shown} />
      {folded.length > 0 && (
        <details>
          <summary>{words.reasons}</summary>
          <Points points={folded} />
        </details>
      )}
      {stage !== 'FRAUD' && (
        <p class="fresh">
          {closing || `${words.dataAsOf} ${dateText(verdict.dataAsOf, tongue.locale)}`}
        </p>
      )}
    </section>
  )
}

/** In a fraud the record's stage is not what matters. */
function shownStage({ stage, cause }: VerdictEntity): Stage {
  return cause.startsWith('RC_FRAUD') ? 'FRAUD' : stage
}

/** The first line; what follows; and the last line, if it comes after the named facts. */
function partsOf(text: string): { headline: string; body: Block[]; closing: string } {
  const [first, ...body] = blocksOf(text)
  const headline = first?.kind === 'paragraph' ? first.text : ''
  if (first && !headline) body.unshift(first)
  const hasPoints = body.some(({ kind }) => kind === 'points')
  const last = body.at(-1)
  if (!hasPoints || last?.kind !== 'paragraph') return { headline, body, closing: '' }
  return { headline, body: body.slice(0, -1), closing: last.text }
}

/** What to do now stays in sight; the record and the reason are there for whoever asks. */
function foldedOf(body: readonly Block[], words: Words): { shown: Block[]; folded: Point[] } {
  const isFolded = ({ label }: Point) => words.folded.includes(label)
  const folded = body.flatMap((block) =>
    block.kind === 'points' ? block.points.filter(isFolded) : [],
  )
  const shown = body.map((block) =>
    block.kind === 'points'
      ? { ...block, points: block.points.filter((point) => !isFolded(point)) }
      : block,
  )
  return { shown, folded }
}

interface TimelineGiven {
  stage: Stage
  verdict: VerdictEntity
  tongue: Tongue
}

function Timeline({ stage, verdict, tongue }: TimelineGiven) {
  const journey = journeyOf(stage)
  if (!journey) return null
  const dates = stationDates(verdict.stations)
  return (
    <ol class="journey">
      {journey.map((state, index) => (
        <Station
          name={tongue.words.steps[index] ?? ''}
          state={state}
          date={dates[index]}
          tongue={tongue}
        />
      ))}
    </ol>
  )
}

interface StationGiven {
  name: string
  state: StepState
  date: StationDate | undefined
  tongue: Tongue
}

/** The state is said in words too, for those who do not see the colour. */
function Station({ name, state, date, tongue: { words, locale } }: StationGiven) {
  return (
    <li class={state} aria-current={state === 'current' ? 'step' : undefined}>
      <span class="dot" />
      <span class="name">{name}</span>
      <span class="unseen"> ({words.stepStates[state]}) </span>
      {date && (
        <span class="when">
          {date.isExpected && `${words.expected} `}
          {dayText(date.at, locale)}
        </span>
      )}
    </li>
  )
}

/** A date that has passed is no promise: it is said to be past, or left out. */
function datesOf(stage: Stage, verdict: VerdictEntity, { words, locale }: Tongue): Fact[] {
  if (stage === 'FRAUD' || stage === 'CREDITED') return []
  const { expectedBy, recheckAt, ticketFrom, dataAsOf } = verdict
  const isLate = expectedBy !== undefined && isBefore(expectedBy, dataAsOf)
  const coming = (iso: string | undefined) =>
    iso && !isBefore(iso, dataAsOf) ? dateText(iso, locale) : undefined
  return [
    [isLate ? words.wasDue : words.expectedBy, expectedBy && dateText(expectedBy, locale), 'main'],
    [words.recheckAt, expectedBy ? undefined : coming(recheckAt)],
    [words.ticketFrom, coming(ticketFrom)],
  ]
}
