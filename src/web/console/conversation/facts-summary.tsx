import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb'
import { StarRegular } from '@fluentui/react-icons/svg/star'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import type { ConversationView, FactsCard } from '../api/shapes.ts'
import { dateAndTime } from '../time.ts'
import { useTongue } from '../tongue.tsx'
import { Journey } from './journey.tsx'

/** What is read instead of a transcript: where the money is, what was told, what to do next. */
export function FactsSummary({ conversation }: { conversation: ConversationView }) {
  const { words } = useTongue()
  const { facts, rating } = conversation
  if (!facts) return null
  const stage = facts.payment?.stage
  return (
    <section className="facts-card" aria-label={words.facts.title}>
      <Warnings warnings={facts.warnings} />
      {facts.payment && <PaymentLine facts={facts} />}
      {stage && <Journey stage={stage} dated={facts.payment?.stations} />}
      {facts.summary.length > 0 ? (
        <ul className="facts-summary">
          {facts.summary.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p className="soft">{words.facts.none}</p>
      )}
      {facts.nextAction && (
        <p className="next-action">
          <LightbulbRegular aria-hidden />
          <span>
            <b>
              {words.facts.next}: {facts.nextAction.what}
            </b>
            {facts.nextAction.why && <span className="why">{facts.nextAction.why}</span>}
          </span>
        </p>
      )}
      {rating && (
        <p className="rated">
          <StarRegular aria-hidden />
          <span>
            {words.conversation.rated(rating.score)}
            {rating.comment && <q>{rating.comment}</q>}
          </span>
        </p>
      )}
    </section>
  )
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null
  return (
    <ul className="warnings">
      {warnings.map((warning) => (
        <li key={warning}>
          <WarningRegular aria-hidden />
          <span>{warning}</span>
        </li>
      ))}
    </ul>
  )
}

/** The payment in one line: how much, which card, when. */
function PaymentLine({ facts }: { facts: FactsCard }) {
  const { words, locale } = useTongue()
  const { amount, last4, at, transactionId, orderNo } = facts.payment ?? {}
  const parts = [
    last4 && `${words.facts.names.last4} ${last4}`,
    at && dateAndTime(at, locale),
    transactionId ?? orderNo,
  ].filter(Boolean)
  if (!amount && parts.length === 0) return null
  return (
    <p className="payment-line">
      {amount && <b className="amount">{amount}</b>}
      {parts.map((part) => (
        <span key={String(part)}>{part}</span>
      ))}
    </p>
  )
}
