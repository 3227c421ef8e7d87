/** @jsxImportSource preact */
import { createRef, render } from 'preact'
import { register, tell } from './api.ts'
import type { CardsKit } from './cards/cards-kit.tsx'
import { keptFor } from './line/kept.ts'
import { readOptions, type WidgetOptions } from './options.ts'
import type { Launcher } from './parts/launcher.tsx'
import type { Panel } from './parts/panel.tsx'
import { Widget } from './parts/widget.tsx'
import { addStyles, openShadow } from './shadow.ts'
import type { PageActivity } from './talk/activity.ts'
import { handoffOf } from './talk/handoff.ts'
import { Talk } from './talk/talk.ts'
import type { Words } from './words/words.ts'
import { wordsIn } from './words/words-in.ts'

/** Draws the chat of a script tag, and connects it when it is opened or was open before. */
export async function mount(tag: HTMLScriptElement): Promise<void> {
  const options = readOptions(tag)
  const [words] = await Promise.all([wordsIn(options.locale), bodyIsThere()])
  new Chat(options, words)
}

/** A script in the head may run before there is anything to draw into. */
function bodyIsThere(): Promise<unknown> | undefined {
  if (document.body) return undefined
  return new Promise((resolve) => addEventListener('DOMContentLoaded', resolve, { once: true }))
}

/** One chat on a page: its place, its conversation, and whether it is open. */
class Chat {
  readonly #options: WidgetOptions
  readonly #words: Words
  readonly #root: ShadowRoot
  readonly #talk: Talk
  #isOpen = false
  #isDrawing = false
  #kit: CardsKit | undefined
  readonly #panel = createRef<Panel>()
  readonly #launcher = createRef<Launcher>()

  constructor(options: WidgetOptions, words: Words) {
    this.#options = options
    this.#words = words
    this.#root = openShadow(options)
    this.#talk = new Talk({
      ...options,
      kept: keptFor(options.name),
      now: Date.now,
      changed: () => this.#drawSoon(),
      heard: (activity) => this.#tellPage(activity),
    })
    if (options.isPage) {
      document.documentElement.lang = options.locale
      document.title = this.#title
    }
    this.#show(options.isOpen || options.isPage)
    if (this.#talk.hasKept()) this.#talk.start()
    register(options.name, {
      open: () => this.#open(),
      close: () => this.#close(),
      setToken: (token) => this.#talk.setToken(token),
    })
  }

  get #title(): string {
    return this.#options.title ?? this.#words.title
  }

  #open(): void {
    if (!this.#isOpen) tell('open', this.#options.name)
    this.#show(true)
    this.#panel.current?.focus()
  }

  #close(): void {
    if (this.#isOpen) tell('close', this.#options.name)
    this.#show(false)
    this.#launcher.current?.focus()
  }

  #show(isOpen: boolean): void {
    this.#isOpen = isOpen
    this.#talk.seen(isOpen)
    if (isOpen) {
      this.#talk.start()
      void this.#loadKit()
    }
    this.#draw()
  }

  async #loadKit(): Promise<void> {
    if (this.#kit) return
    const { cardsKit } = await import('./cards/cards-kit.tsx')
    if (this.#kit) return
    this.#kit = cardsKit
    addStyles(this.#root, cardsKit.styles)
    this.#draw()
  }

  #tellPage(activity: PageActivity): void {
    const { name } = this.#options
    const { type, text, from } = activity
    const handoff = handoffOf(activity)
    if (handoff) tell('handoff', name, { state: handoff.state })
    if (type === 'message') tell('message', name, { text, from: from?.name })
  }

  /** Many changes at once are drawn once. */
  #drawSoon(): void {
    if (this.#isDrawing) return
    this.#isDrawing = true
    queueMicrotask(() => this.#draw())
  }

  #draw(): void {
    this.#isDrawing = false
    const { isPage, server, locale } = this.#options
    render(
      <Widget
        talk={this.#talk}
        state={this.#talk.state}
        tongue={{ locale, words: this.#words }}
        title={this.#title}
        server={server}
        kit={this.#kit}
        isOpen={this.#isOpen}
        open={() => this.#open()}
        close={isPage ? undefined : () => this.#close()}
        panel={this.#panel}
        launcher={this.#launcher}
      />,
      this.#root,
    )
  }
}
