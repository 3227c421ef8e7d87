import type { Ask, Message, Picture, Turn } from '../../dialogs/flow.ts'
import type { Locale } from '../domain/locale.ts'
import type { AnswerEntity, SupportEntity } from '../domain/support-entity.ts'
import type { JsonObject } from '../ports/json.ts'

/** A turn as Bot Framework activities: the bubbles in order, the question or offer last. */
export function renderTurn(turn: Turn): JsonObject[] {
  const { locale } = turn.memory
  const said = turn.say.map((message) => renderMessage(message, locale))
  if (turn.ask) said.push(renderQuestion(turn.ask, locale, 'expectingInput'))
  if (turn.offer) said.push(renderQuestion(turn.offer, locale, 'acceptingInput'))
  return said
}

function renderMessage(message: Message, locale: Locale): JsonObject {
  return activity({
    locale,
    text: message.text,
    entities: message.entities ?? [],
    inputHint: 'acceptingInput',
    ...(message.picture && { attachments: [attachmentOf(message.picture)] }),
  })
}

/** Inside the message, so that every channel and every client can show it without asking anybody. */
function attachmentOf({ svg, alt }: Picture) {
  const contentType = 'image/svg+xml'
  const data = Buffer.from(svg).toString('base64')
  return { contentType, contentUrl: `data:${contentType};base64,${data}`, name: alt }
}

function renderQuestion(ask: Ask, locale: Locale, inputHint: Bubble['inputHint']): JsonObject {
  const labels = ask.choices?.map(({ label }) => label)
  // What a plan asks for is nothing a client could fill in from a record.
  const slot = ask.slot === 'plan' ? 'other' : ask.slot
  const question: SupportEntity = { type: 'support/question', slot, choices: labels }
  return activity({
    locale,
    text: `${ask.lead ?? ''}${ask.text}`,
    entities: [question],
    inputHint,
    suggestedActions: labels
      ? { to: [], actions: labels.map((label) => ({ type: 'imBack', title: label, value: label })) }
      : undefined,
  })
}

interface Bubble {
  locale: Locale
  text: string
  entities: SupportEntity[]
  inputHint: 'acceptingInput' | 'expectingInput'
  suggestedActions?: unknown
  attachments?: unknown[] | undefined
}

function activity(bubble: Bubble): JsonObject {
  const citations = bubble.entities
    .filter((entity) => entity.type === 'support/answer')
    .map((answer) => citationEntity(answer, bubble.text))
  const whole = {
    type: 'message',
    from: { id: 'daozhang', name: '到账', role: 'bot' },
    textFormat: 'plain',
    ...bubble,
    entities: [...bubble.entities, ...citations],
  }
  return JSON.parse(JSON.stringify(whole))
}

/** The article that the words come from, in the form Web Chat draws under a message. */
function citationEntity({ articles }: AnswerEntity, text: string) {
  const named = articles.filter(({ title }) => text.includes(title))
  return {
    type: 'https://schema.org/Message',
    '@context': 'https://schema.org',
    '@type': 'Message',
    '@id': '',
    citation: (named.length > 0 ? named : articles).map(({ id, title, updated }, index) => ({
      '@type': 'Claim',
      position: index + 1,
      appearance: {
        '@type': 'DigitalDocument',
        name: title,
        identifier: id,
        dateModified: updated,
      },
    })),
  }
}
