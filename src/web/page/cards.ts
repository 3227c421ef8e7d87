import type { AnswerEntity, PlanEntity, TicketEntity } from '../../domain/support-entity.ts'
import { entityOf, type PageActivity } from './activity.ts'
import { factList } from './card-facts.ts'
import { dateText } from './dates.ts'
import { el } from './dom.ts'
import type { Tongue } from './verdict-card.ts'

/** The cards that belong under a message. */
export function cardsOf(activity: PageActivity, tongue: Tongue): HTMLElement[] {
  const ticket = entityOf(activity, 'support/ticket')
  const answer = entityOf(activity, 'support/answer')
  const plan = entityOf(activity, 'support/plan')
  const cards: HTMLElement[] = []
  if (ticket) cards.push(ticketCard(ticket, tongue))
  if (answer) cards.push(...sourcesCard(answer, activity.text ?? '', tongue))
  if (plan) cards.push(planCard(plan, tongue))
  return cards
}

function ticketCard(ticket: TicketEntity, { words, locale }: Tongue): HTMLElement {
  const state = words.ticketStates[ticket.state]
  return el(
    'section.card.ticket',
    el(
      'div.line',
      el('h2.stage', `${words.ticket} `, el('span.number', ticket.no)),
      state && el('span.badge', state),
    ),
    factList([[words.due, dateText(ticket.dueAt, locale)]]),
  )
}

/** Sources that the text does not name; where it names one, the rest are only neighbours of it. */
function sourcesCard({ articles }: AnswerEntity, text: string, { words }: Tongue): HTMLElement[] {
  const isNamed = articles.some(({ title }) => text.includes(title))
  if (isNamed || articles.length === 0) return []
  const titles = articles.map(({ title }) => el('li', title))
  return [el('section.card.sources', el('h2.stage', words.sources), el('ul', ...titles))]
}

/** The page opens beside the conversation, which goes on. */
function planCard(plan: PlanEntity, { words, locale }: Tongue): HTMLElement {
  const link = document.createElement('a')
  link.href = plan.url
  link.target = '_blank'
  link.rel = 'noopener noreferrer nofollow'
  link.className = 'open'
  link.textContent = words.openPlan
  const facts = factList([
    [words.linkUntil, dateText(plan.expiresAt, locale)],
    [words.reviewOn, dateText(plan.reviewOn, locale)],
  ])
  return el('section.card.plan', el('h2.stage', words.plan), facts, link)
}
