/** @jsxImportSource preact */
import type { AnswerEntity, PlanEntity, TicketEntity } from '../../../domain/support-entity.ts'
import type { Tongue } from '../parts/tongue.ts'
import { entityOf, type PageActivity } from '../talk/activity.ts'
import { dateText } from './dates.ts'
import { FactList } from './fact-list.tsx'
import { OutLink } from './rich-text.tsx'

interface CardsGiven {
  activity: PageActivity
  tongue: Tongue
  /** The server's address: a plan's may be a path of it. */
  server: string
}

/** The cards that belong under a message. */
export function Cards({ activity, tongue, server }: CardsGiven) {
  const ticket = entityOf(activity, 'support/ticket')
  const answer = entityOf(activity, 'support/answer')
  const plan = entityOf(activity, 'support/plan')
  return (
    <>
      {ticket && <TicketCard ticket={ticket} tongue={tongue} />}
      {answer && <SourcesCard answer={answer} text={activity.text ?? ''} tongue={tongue} />}
      {plan && <PlanCard plan={plan} tongue={tongue} server={server} />}
    </>
  )
}

function TicketCard({ ticket, tongue }: { ticket: TicketEntity; tongue: Tongue }) {
  const { words, locale } = tongue
  const state = words.ticketStates[ticket.state]
  return (
    <section class="card ticket">
      <div class="line">
        <h2 class="stage">
          {words.ticket} <span class="number">{ticket.no}</span>
        </h2>
        {state && <span class="badge">{state}</span>}
      </div>
      <FactList rows={[[words.due, dateText(ticket.dueAt, locale)]]} />
    </section>
  )
}

interface SourcesGiven {
  answer: AnswerEntity
  text: string
  tongue: Tongue
}

/** Sources that the text does not name; where it names one, the rest are only neighbours of it. */
function SourcesCard({ answer: { articles }, text, tongue: { words } }: SourcesGiven) {
  const isNamed = articles.some(({ title }) => text.includes(title))
  if (isNamed || articles.length === 0) return null
  return (
    <section class="card sources">
      <h2 class="stage">{words.sources}</h2>
      <ul>
        {articles.map(({ title }) => (
          <li>{title}</li>
        ))}
      </ul>
    </section>
  )
}

interface PlanGiven {
  plan: PlanEntity
  tongue: Tongue
  server: string
}

function PlanCard({ plan, tongue: { words, locale }, server }: PlanGiven) {
  return (
    <section class="card plan">
      <h2 class="stage">{words.plan}</h2>
      <FactList
        rows={[
          [words.linkUntil, dateText(plan.expiresAt, locale)],
          [words.reviewOn, dateText(plan.reviewOn, locale)],
        ]}
      />
      <OutLink class="open" to={new URL(plan.url, server).href} name={words.openPlan} />
    </section>
  )
}
