import { entityOf, isFromUser, type PageActivity } from './activity.ts'
import { cardsOf, type Tongue } from './cards.ts'
import { clockText } from './dates.ts'
import { el, richText } from './dom.ts'

export type Delivery = 'sending' | 'sent' | 'failed'

export interface Transcript {
  /** A message of the log. One of the customer's own takes the place of its draft. */
  add(activity: PageActivity): void
  /** A message of the customer's that the server does not have yet. */
  draft(key: string, text: string): void
  deliver(key: string, state: Delivery, retry?: () => void): void
  clear(): void
}

/** The list of messages. Scrolls along unless the reader has scrolled up to read. */
export function createTranscript(
  list: HTMLElement,
  scroller: HTMLElement,
  tongue: Tongue,
): Transcript {
  const drafts = new Map<string, HTMLElement>()

  const append = (item: HTMLElement, always = false) => {
    const distance = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight
    list.append(item)
    if (always || distance < 160) scroller.scrollTo({ top: scroller.scrollHeight })
  }

  return {
    add: (activity) => {
      const key = activity.channelData?.clientActivityID ?? ''
      const draft = drafts.get(key)
      const item = messageItem(activity, tongue)
      if (draft) draft.replaceWith(item)
      else append(item)
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
  const isUser = isFromUser(activity)
  const { words, locale } = tongue
  const bubble = bubbleOf(activity, words)
  const item = el(`li.message.${isUser ? 'user' : 'bot'}`)
  item.classList.toggle('warning', isWarning(activity))
  if (bubble.textContent) item.append(bubble)
  item.append(...cardsOf(activity, tongue))
  if (entityOf(activity, 'support/redaction')) item.append(note(words.hidden))
  const time = clockText(activity.timestamp ?? '', locale)
  item.append(note(isUser ? `${time} · ${words.sent}` : byline(activity, time, words.agent)))
  return item
}

function isWarning(activity: PageActivity): boolean {
  return entityOf(activity, 'support/warning') !== undefined
}

function bubbleOf(activity: PageActivity, words: Tongue['words']): HTMLElement {
  const text = activity.text ?? ''
  const bubble = el('div.bubble', isFromUser(activity) ? text : richText(text))
  if (isWarning(activity)) bubble.prepend(el('strong.alarm', words.warning))
  for (const { name } of activity.attachments ?? []) {
    if (name) bubble.append(el('span.file', `${words.file}: ${name}`))
  }
  return bubble
}

/** A person is always told apart from the bot. */
function byline(activity: PageActivity, time: string, agent: string): string {
  if (activity.from?.role === 'bot' || activity.from?.role === undefined) return time
  return `${activity.from.name ?? agent} · ${time}`
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
