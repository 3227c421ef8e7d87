import type { Stage } from '../../domain/stage.ts'
import type { VerdictEntity } from '../../domain/support-entity.ts'
import { type Block, blocksOf } from './blocks.ts'
import { drawBlock } from './bot-text.ts'
import { type Fact, factList } from './card-facts.ts'
import { dateText, dayText, isBefore } from './dates.ts'
import { el, richText } from './dom.ts'
import { journeyOf, type StepState, toneOf } from './journey.ts'
import type { PageLocale, Words } from './words.ts'

export interface Tongue {
  locale: PageLocale
  words: Words
}

/**
 * A diagnosis as one card: where the money is, the answer, its way, its dates, then the bot's
 * reasons. The text is the bot's message, whose first line is the answer.
 */
export function verdictCard(text: string, verdict: VerdictEntity, tongue: Tongue): HTMLElement {
  const { words } = tongue
  const stage = shownStage(verdict)
  const [headline, body, closing] = partsOf(text)
  return el(
    `section.card.verdict.${toneOf(stage)}`,
    el('p.pill', words.stages[stage]),
    headline && el('h2.headline', richText(headline)),
    timeline(stage, verdict, tongue),
    factList(datesOf(stage, verdict, tongue)),
    ...body.map(drawBlock),
    fresh(stage, closing || `${words.dataAsOf} ${dateText(verdict.dataAsOf, tongue.locale)}`),
  )
}

/** How old the record is; beside the point while a fraud goes on. */
function fresh(stage: Stage, text: string): HTMLElement | undefined {
  return stage === 'FRAUD' ? undefined : el('p.fresh', text)
}

/** In a fraud the record's stage is not what matters. */
export function shownStage({ stage, cause }: VerdictEntity): Stage {
  return cause.startsWith('RC_FRAUD') ? 'FRAUD' : stage
}

/** The first line; what follows; and the last line, if it comes after the named facts. */
function partsOf(text: string): [headline: string, body: Block[], closing: string] {
  const [first, ...body] = blocksOf(text)
  const headline = first?.kind === 'paragraph' ? first.text : ''
  if (first && !headline) body.unshift(first)
  const hasPoints = body.some(({ kind }) => kind === 'points')
  const last = body.at(-1)
  if (!hasPoints || last?.kind !== 'paragraph') return [headline, body, '']
  return [headline, body.slice(0, -1), last.text]
}

function timeline(stage: Stage, verdict: VerdictEntity, tongue: Tongue): HTMLElement | undefined {
  const journey = journeyOf(stage)
  if (!journey) return undefined
  const { tradeDay, expectedBy } = verdict
  const isOpen = journey.at(-1) !== 'done' && !journey.includes('stopped')
  const days = [tradeDay, '', '', '', isOpen ? expectedBy : '']
  const steps = journey.map((state, index) => {
    const day = days[index]
    const name = tongue.words.steps[index] ?? ''
    return step({ name, state, when: day && dayText(day, tongue.locale) }, tongue.words)
  })
  return el('ol.journey', ...steps)
}

interface StepFacts {
  name: string
  state: StepState
  when: string | undefined
}

/** The state is said in words too, for those who do not see the colour. */
function step({ name, state, when }: StepFacts, words: Words): HTMLElement {
  const item = el(`li.${state}`, el('span.dot'), el('span.name', name))
  item.append(el('span.unseen', ` (${words.stepStates[state]}) `))
  if (when) item.append(el('span.when', when))
  if (state === 'current') item.setAttribute('aria-current', 'step')
  return item
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
