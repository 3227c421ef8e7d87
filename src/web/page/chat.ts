import { choicesOf, entityOf, type PageActivity, speakerOf } from './activity.ts'
import { Line, type LineStatus } from './direct-line.ts'
import { byId, el } from './dom.ts'
import { createReadingPlace } from './reading-place.ts'
import { createTranscript } from './transcript.ts'
import type { Tongue } from './verdict-card.ts'
import { words as allWords, pageLocale } from './words.ts'

const wish = new URLSearchParams(location.search).get('locale')
const locale = pageLocale([wish, document.documentElement.lang, ...navigator.languages])
const words = allWords[locale]
const tongue: Tongue = { locale, words }

const log = byId('log', HTMLElement)
const chips = byId('chips', HTMLElement)
const typing = byId('typing', HTMLElement)
const text = byId('text', HTMLTextAreaElement)
const file = byId('file', HTMLInputElement)
const place = createReadingPlace(log)
const transcript = createTranscript(byId('messages', HTMLElement), place, tongue)

const typingMs = 6_000
let typingTimer: ReturnType<typeof setTimeout> | undefined
let withPerson = false

const handedOver = tokenInAddress()

const line = new Line({
  base: '/v3/directline',
  locale,
  memory: sessionStorage,
  token: handedOver,
  listener: { status: showStatus, activity: show },
})

/** An integrator's page may hand a token over behind `#token=`; it never reaches a server log. */
function tokenInAddress(): string | undefined {
  return new URLSearchParams(location.hash.slice(1)).get('token') ?? undefined
}

function showStatus(status: LineStatus): void {
  const place = byId('status', HTMLElement)
  place.textContent = words[status]
  place.className = status
  if (status === 'ended') showChips([])
}

function show(activity: PageActivity): void {
  const speaker = speakerOf(activity)
  if (activity.type === 'typing') {
    // The bot's sign for a message that a person will answer would promise too much.
    if (speaker === 'agent' || (speaker === 'bot' && !withPerson)) showTyping(true)
    return
  }
  const handoff = entityOf(activity, 'support/handoff')
  if (handoff) showHandoff(handoff.state, handoff.position)
  if (activity.type !== 'message') return
  transcript.add(activity)
  if (speaker === 'user') {
    // A file that came back without an address was not taken, and no other will be.
    const isLeft = activity.attachments?.some(({ contentUrl }) => !contentUrl) ?? false
    if (isLeft) byId('attach', HTMLElement).hidden = true
    showChips([])
    showTyping(!withPerson)
    return
  }
  showTyping(false)
  showChips(choicesOf(activity))
}

function showTyping(isOn: boolean): void {
  clearTimeout(typingTimer)
  typing.hidden = !isOn
  if (!isOn) return
  place.settle()
  typingTimer = setTimeout(() => showTyping(false), typingMs)
}

function showChips(choices: { title: string; value: string }[]): void {
  const buttons = choices.map(({ title, value }) => {
    const button = el('button.chip', title)
    button.addEventListener('click', ({ detail }) => {
      say(value)
      // The button is gone: the keyboard goes on from the field. A thumb wants no keyboard.
      if (detail === 0) text.focus()
    })
    return button
  })
  chips.replaceChildren(...buttons)
  place.settle()
}

function showHandoff(
  state: 'queued' | 'active' | 'closed' | 'unavailable',
  position: number | undefined,
): void {
  const banner = byId('banner', HTMLElement)
  banner.textContent = state === 'queued' ? words.queued(position) : words.handoff[state]
  banner.className = `banner ${state}`
  banner.hidden = false
  // From the queue on a person answers, in their own time.
  withPerson = state === 'active' || state === 'queued'
}

function say(said: string): void {
  if (!withPerson) byId('banner', HTMLElement).hidden = true
  const key = crypto.randomUUID()
  transcript.draft(key, said)
  showChips([])
  const send = () => {
    transcript.deliver(key, 'sending')
    line.send({ type: 'message', text: said, textFormat: 'plain' }, key).then(
      () => transcript.deliver(key, 'sent'),
      () => transcript.deliver(key, 'failed', send),
    )
  }
  send()
}

function sendFile(chosen: File): void {
  const key = crypto.randomUUID()
  transcript.draft(key, `${words.file}: ${chosen.name}`)
  line.upload(chosen, key).then(
    () => transcript.deliver(key, 'sent'),
    () => {
      transcript.deliver(key, 'failed')
      transcript.add({ type: 'message', from: { role: 'bot' }, text: words.rejected })
    },
  )
}

function submit(): void {
  const said = text.value.trim()
  if (said === '') return
  text.value = ''
  grow()
  say(said)
}

/** The field grows with what is typed, up to five lines (the style sheet's limit). */
function grow(): void {
  const lines = Math.min(5, text.value.split('\n').length + Math.floor(text.value.length / 60))
  text.rows = Math.max(1, lines)
}

function fillWords(): void {
  document.documentElement.lang = locale
  document.title = words.title
  byId('title', HTMLElement).textContent = words.title
  byId('safety', HTMLElement).textContent = words.safety
  text.placeholder = words.placeholder
  text.setAttribute('aria-label', words.placeholder)
  // The keyboard must be able to scroll the conversation.
  log.tabIndex = 0
  log.setAttribute('aria-label', words.logLabel)
  chips.setAttribute('aria-label', words.choices)
  typing.setAttribute('aria-label', words.typing)
  byId('send', HTMLElement).setAttribute('aria-label', words.send)
  byId('attach', HTMLElement).setAttribute('aria-label', words.attach)
  byId('restart', HTMLElement).textContent = words.restart
  const other = byId('language', HTMLAnchorElement)
  other.textContent = words.otherLanguage
  other.href = `?locale=${locale === 'en' ? 'zh-CN' : 'en'}`
  other.lang = locale === 'en' ? 'zh-CN' : 'en'
}

byId('composer', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault()
  submit()
})
text.addEventListener('input', grow)
text.addEventListener('keydown', (event) => {
  // While an input method composes, Enter picks a word: it does not send.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
  event.preventDefault()
  submit()
})
byId('attach', HTMLElement).addEventListener('click', () => file.click())
file.addEventListener('change', () => {
  const chosen = file.files?.[0]
  file.value = ''
  if (chosen) sendFile(chosen)
})
byId('restart', HTMLElement).addEventListener('click', () => {
  transcript.clear()
  showChips([])
  showTyping(false)
  byId('banner', HTMLElement).hidden = true
  withPerson = false
  void line.restart()
  text.focus()
})

fillWords()
// A token is for one conversation: there is no other to begin.
if (handedOver) byId('restart', HTMLElement).remove()
void line.start()
