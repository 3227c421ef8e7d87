import type { AnswerEntity, TicketEntity, VerdictEntity } from '../../domain/support-entity.ts'
import { entityOf, type PageActivity } from './activity.ts'
import { dateText } from './dates.ts'
import { el } from './dom.ts'
import { journeyOf, type StepState, toneOf } from './journey.ts'
import type { PageLocale, Words } from './words.ts'

export interface Tongue {
  locale: PageLocale
  words: Words
}

/** The cards that belong under a message. */
export function cardsOf(activity: PageActivity, tongue: Tongue): HTMLElement[] {
  const verdict = entityOf(activity, 'support/verdict')
  const ticket = entityOf(activity, 'support/ticket')
  const answer = entityOf(activity, 'support/answer')
  const cards: HTMLElement[] = []
  if (verdict) cards.push(verdictCard(verdict, tongue))
  if (ticket) cards.push(ticketCard(ticket, tongue))
  if (answer && answer.articles.length > 0) cards.push(sourcesCard(answer, tongue))
  return cards
}

function verdictCard(verdict: VerdictEntity, { words, locale }: Tongue): HTMLElement {
  const date = (value: string | undefined) => value && dateText(value, locale)
  return el(
    `section.card.verdict.${toneOf(verdict.stage)}`,
    el('h2.stage', words.stages[verdict.stage]),
    timeline(verdict, words),
    facts([
      [words.expectedBy, date(verdict.expectedBy), 'main'],
      [words.recheckAt, date(verdict.recheckAt)],
      [words.ticketFrom, date(verdict.ticketFrom)],
    ]),
    el('p.fresh', `${words.dataAsOf} ${date(verdict.dataAsOf) ?? ''}`),
  )
}

function timeline({ stage }: VerdictEntity, words: Words): HTMLElement | undefined {
  const journey = journeyOf(stage)
  if (!journey) return undefined
  const steps = journey.map((state, index) => step(words.steps[index] ?? '', state, words))
  return el('ol.journey', ...steps)
}

/** The state is said in words too, for those who do not see the colour. */
function step(name: string, state: StepState, words: Words): HTMLElement {
  const item = el(`li.${state}`, el('span.dot'), el('span.name', name))
  item.append(el('span.unseen', ` (${words.stepStates[state]})`))
  if (state === 'current') item.setAttribute('aria-current', 'step')
  return item
}

function ticketCard(ticket: TicketEntity, { words, locale }: Tongue): HTMLElement {
  return el(
    'section.card.ticket',
    el('h2.stage', words.ticket, ' ', el('span.number', ticket.no)),
    el('span.badge', words.ticketStates[ticket.state] ?? ''),
    facts([[words.due, dateText(ticket.dueAt, locale), 'main']]),
  )
}

function sourcesCard({ articles }: AnswerEntity, { words }: Tongue): HTMLElement {
  const titles = articles.map(({ title }) => el('li', title))
  return el('section.card.sources', el('h2.stage', words.sources), el('ul', ...titles))
}

type Fact = [name: string, value: string | undefined, kind?: 'main']

function facts(rows: Fact[]): HTMLElement | undefined {
  const known = rows.filter(([, value]) => value)
  if (known.length === 0) return undefined
  const items = known.map(([name, value, kind]) =>
    el(kind === 'main' ? 'div.main' : 'div', el('dt', name), el('dd', value)),
  )
  return el('dl.facts', ...items)
}
