import { Badge } from '@fluentui/react-components'
import type { ConversationView, FactsCard } from '../api/shapes.ts'
import { FileLine } from '../files/file-line.tsx'
import { dateAndTime } from '../time.ts'
import { useTongue } from '../tongue.tsx'
import { Copyable } from './copyable.tsx'
import { Pairs, Part } from './part.tsx'

/** All that is known: who, which payment, what the record shows, what was ruled out, promised, asked. */
export function FactsTab({ conversation }: { conversation: ConversationView }) {
  const { words } = useTongue()
  const { facts } = conversation
  if (!facts) return <p className="soft">{words.facts.none}</p>
  return (
    <>
      {facts.calledBecause && (
        <Part title={words.facts.why}>
          <p>{facts.calledBecause}</p>
        </Part>
      )}
      <CustomerPart facts={facts} />
      <FilesPart conversation={conversation} />
      <PaymentPart facts={facts} />
      <RecordPart facts={facts} />
      <CausePart facts={facts} />
      <PromisedPart facts={facts} />
      <AskedPart facts={facts} />
    </>
  )
}

type PartProps = { facts: FactsCard }

function CustomerPart({ facts: { customer } }: PartProps) {
  const { words } = useTongue()
  return (
    <Part title={words.facts.customer}>
      <p className="tags">
        {customer.name && <b>{customer.name}</b>}
        {customer.role && (
          <Badge appearance="outline">{words.roles[customer.role] ?? customer.role}</Badge>
        )}
        <Badge appearance="outline">
          {words.conversation.speaks(words.languages[customer.language])}
        </Badge>
        {customer.upset && (
          <Badge appearance="tint" color="warning">
            {words.facts.upset}
          </Badge>
        )}
        {customer.vulnerable && (
          <Badge appearance="tint" color="danger">
            {words.facts.vulnerable}
          </Badge>
        )}
      </p>
      <Pairs
        pairs={[
          [
            words.facts.names.merchantId,
            customer.merchantId && <Copyable text={customer.merchantId} />,
          ],
        ]}
      />
    </Part>
  )
}

function FilesPart({ conversation: { id, files = [] } }: { conversation: ConversationView }) {
  const { words } = useTongue()
  if (files.length === 0) return null
  return (
    <Part title={words.files.title}>
      {files.map((file) => (
        <FileLine key={file.id} conversationId={id} file={file} />
      ))}
    </Part>
  )
}

function PaymentPart({ facts: { payment } }: PartProps) {
  const { words, locale } = useTongue()
  if (!payment) return null
  const { names } = words.facts
  const number = (text: string | undefined) => text && <Copyable text={text} />
  return (
    <Part title={words.facts.payment}>
      <Pairs
        pairs={[
          [names.amount, payment.amount],
          [names.at, payment.at && dateAndTime(payment.at, locale)],
          [names.last4, payment.last4],
          [names.transactionId, number(payment.transactionId)],
          [names.rrn, number(payment.rrn)],
          [names.authCode, number(payment.authCode)],
          [names.orderNo, number(payment.orderNo)],
        ]}
      />
    </Part>
  )
}

function RecordPart({ facts: { record } }: PartProps) {
  const { words, locale } = useTongue()
  if (record.length === 0) return null
  return (
    <Part title={words.facts.record}>
      <ul className="facts-list">
        {record.map(({ fact, source, at }) => (
          <li key={`${fact} ${source}`}>
            {fact}
            <small>
              {words.facts.source}: {words.facts.sources[source] ?? source}
              {at && ` · ${dateAndTime(at, locale)}`}
            </small>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function CausePart({ facts: { cause, ruledOut } }: PartProps) {
  const { words } = useTongue()
  return (
    <>
      {cause && (
        <Part title={words.facts.cause}>
          <p>
            <b>{cause.name}</b>
            {cause.confidence !== undefined && (
              <small> {words.facts.confidence(Math.round(cause.confidence * 100))}</small>
            )}
          </p>
        </Part>
      )}
      {ruledOut.length > 0 && (
        <Part title={words.facts.ruledOut}>
          <ul className="facts-list ruled-out">
            {ruledOut.map(({ code, name, why }) => (
              <li key={code}>
                {name}
                {why && <small>{why}</small>}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

const promiseColors: Readonly<Record<string, 'success' | 'danger' | 'informative'>> = {
  kept: 'success',
  late: 'danger',
}

function PromisedPart({ facts: { promised } }: PartProps) {
  const { words, locale } = useTongue()
  if (promised.length === 0) return null
  return (
    <Part title={words.facts.promised}>
      <ul className="facts-list">
        {promised.map(({ what, dueAt, state }) => (
          <li key={`${what} ${dueAt}`}>
            {what}{' '}
            <Badge appearance="tint" color={promiseColors[state] ?? 'informative'}>
              {words.promiseStates[state] ?? state}
            </Badge>
            {dueAt && <small>{dateAndTime(dueAt, locale)}</small>}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function AskedPart({ facts: { asked } }: PartProps) {
  const { words } = useTongue()
  if (asked.length === 0) return null
  return (
    <Part title={words.facts.asked}>
      <dl className="asked">
        {asked.map(({ question, answer }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same question may have been asked twice.
          <div key={index}>
            <dt>{question}</dt>
            <dd>{answer ?? <i>{words.facts.noAnswer}</i>}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}
