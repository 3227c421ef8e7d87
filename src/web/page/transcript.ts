import { entityOf, type PageActivity, speakerOf } from './activity.ts'
import { botText } from './bot-text.ts'
import { cardsOf } from './cards.ts'
import { clockText } from './dates.ts'
import { el } from './dom.ts'
import { withMarks } from './marks.ts'
import type { ReadingPlace } from './reading-place.ts'
import { type Tongue, verdictCard } from './verdict-card.ts'

export type Delivery = 'sending' | 'sent' | 'failed'

export interface Transcript {
  /** A message of the log. One of the customer's own takes the place of its draft. */
  add(activity: PageActivity): void
  /** A message of the customer's that the server does not have yet. */
  draft(key: string, text: string): void
  deliver(key: string, state: Delivery, retry?: () => void): void
  clear(): void
}

/** The list of messages. */
export function createTranscript(
  list: HTMLElement,
  place: ReadingPlace,
  tongue: Tongue,
): Transcript {
  const drafts = new Map<string, HTMLElement>()

  const append = (item: HTMLElement, isOwn: boolean) => {
    list.append(item)
    if (isOwn) place.startAt(item)
    place.settle()
  }

  return {
    add: (activity) => {
      const key = activity.channelData?.clientActivityID ?? ''
      const draft = drafts.get(key)
      const item = messageItem(activity, tongue)
      const isOwn = speakerOf(activity) === 'user'
      if (draft) {
        draft.replaceWith(item)
        place.startAt(item)
      } else append(item, isOwn)
      drafts.delete(key)
    },
    draft: (key, text) => {
      const item = el('li.message.user', el('div.bubble', text), note(tongue.words.sending))
      drafts.set(key, item)
      append(item, true)
    },
    deliver: (key, state, retry) => {
      const item = drafts.get(key)
      if (item) markDelivery(item, state, { tongue, retry })
    },
    clear: () => {
      drafts.clear()
      list.replaceChildren()
    },
  }
}

function messageItem(activity: PageActivity, tongue: Tongue): HTMLElement {
  const speaker = speakerOf(activity)
  const { words, locale } = tongue
  const item = el(`li.message.${speaker}`)
  item.classList.toggle('warning', entityOf(activity, 'support/warning') !== undefined)
  // A person is always told apart from the bot.
  if (speaker === 'agent') {
    item.append(el('p.byline', el('b', activity.from?.name ?? ''), ` ${words.agent}`))
  }
  item.append(...bodyOf(activity, tongue), ...cardsOf(activity, tongue))
  const time = clockText(activity.timestamp ?? '', locale)
  item.append(note(speaker === 'user' ? `${time} · ${words.sent}` : time))
  return item
}

function bodyOf(activity: PageActivity, tongue: Tongue): HTMLElement[] {
  const text = activity.text ?? ''
  const verdict = entityOf(activity, 'support/verdict')
  if (verdict) return [verdictCard(text, verdict, tongue)]
  // Its card says it all, with a link in place of the address.
  if (entityOf(activity, 'support/plan')) return []
  const bubble = bubbleOf(activity, tongue.words)
  return bubble.textContent ? [bubble] : []
}

function bubbleOf(activity: PageActivity, words: Tongue['words']): HTMLElement {
  const text = activity.text ?? ''
  const isUser = speakerOf(activity) === 'user'
  const bubble = isUser
    ? el('div.bubble', withMarks(text, words))
    : el('div.bubble', ...botText(text))
  if (entityOf(activity, 'support/warning')) bubble.prepend(el('strong.alarm', words.warning))
  if (entityOf(activity, 'support/redaction')) bubble.classList.add('hidden-note')
  for (const attachment of activity.attachments ?? []) bubble.append(...shown(attachment, words))
  return bubble
}

type Attachment = NonNullable<PageActivity['attachments']>[number]

/** A picture that came inside the message is shown; of anything else, its name. */
function shown({ name = '', contentUrl }: Attachment, words: Tongue['words']): HTMLElement[] {
  if (contentUrl?.startsWith('data:image/')) {
    const image = el('img.picture')
    image.setAttribute('src', contentUrl)
    image.setAttribute('alt', name)
    return [image]
  }
  return name ? [el('span.file', `${words.file}: ${name}`)] : []
}

function note(text: string): HTMLElement {
  return el('p.note', text)
}

function markDelivery(
  item: HTMLElement,
  state: Delivery,
  { tongue, retry }: { tongue: Tongue; retry: (() => void) | undefined },
): void {
  const { words } = tongue
  const line = note(words[state])
  item.classList.toggle('failed', state === 'failed')
  if (retry) {
    const button = el('button.retry', words.retry)
    button.addEventListener('click', retry)
    line.append(' ', button)
  }
  item.querySelector('.note')?.replaceWith(line)
}
