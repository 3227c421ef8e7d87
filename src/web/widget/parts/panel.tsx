/** @jsxImportSource preact */
import { Component, createRef, type RefObject } from 'preact'
import type { CardsKit } from '../cards/cards-kit.tsx'
import type { Talk } from '../talk/talk.ts'
import type { TalkState } from '../talk/talk-state.ts'
import { Composer } from './composer.tsx'
import { Header } from './header.tsx'
import { Message } from './message.tsx'
import type { MessageNeeds } from './message-needs.ts'
import { Scroller } from './scroller.tsx'
import type { Tongue } from './tongue.ts'

export interface PanelGiven {
  /** Gets the panel, once it is drawn. */
  handle: RefObject<Panel | null>
  talk: Talk
  state: TalkState
  tongue: Tongue
  title: string
  server: string
  kit: CardsKit | undefined
  /** Fills the page, or floats over it and can be closed. */
  close?: (() => void) | undefined
}

/** The chat: its head, the conversation, and the field. */
export class Panel extends Component<PanelGiven> {
  readonly #composer = createRef<Composer>()
  readonly #panel = createRef<HTMLDivElement>()

  override componentDidMount(): void {
    this.props.handle.current = this
  }

  /** A thumb wants no keyboard before it asks for one. */
  focus(): void {
    if (matchMedia('(pointer: coarse)').matches) this.#panel.current?.focus()
    else this.#composer.current?.focus()
  }

  #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return
    if (this.props.state.held) this.#edit()
    else this.props.close?.()
  }

  #edit = (): void => this.#composer.current?.fill(this.props.talk.editHeld())

  #sendHeld = (): void => {
    this.props.talk.sendHeld()
    this.#composer.current?.focus()
  }

  #choose = (value: string, byKeyboard: boolean): void => {
    void this.props.talk.say(value)
    if (byKeyboard) this.#composer.current?.focus()
  }

  #sendFile = (name: string, formOf: (key: string) => FormData): void => {
    this.props.talk.sendFile(this.props.tongue.words.file(name), formOf)
  }

  #restart = (): void => {
    void this.props.talk.restart()
    this.#composer.current?.focus()
  }

  override render({ talk, state, tongue, title, server, kit, close }: PanelGiven) {
    const { words, locale } = tongue
    const needs: MessageNeeds = {
      tongue,
      server,
      retry: (key) => talk.retry(key),
      submit: (value) => talk.submit(value),
    }
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: a dialog or the main part, and Esc closes it.
      // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both of its roles take a name.
      <div
        class={close ? 'app floating' : 'app page'}
        lang={locale}
        role={close ? 'dialog' : 'main'}
        aria-label={title}
        tabIndex={-1}
        ref={this.#panel}
        onKeyDown={this.#pressed}
      >
        <Header
          title={title}
          status={state.status}
          tongue={tongue}
          restart={talk.canRenew ? this.#restart : undefined}
          close={close}
        />
        {kit && <kit.HandoffBar handoff={state.handoff} tongue={tongue} />}
        <Conversation state={state} needs={needs} kit={kit} choose={this.#choose} talk={talk} />
        <div class="unseen" role="status" id="spoken">
          {state.spoken}
        </div>
        {state.held && kit && (
          <kit.Held
            hidden={state.held.hidden}
            words={words}
            send={this.#sendHeld}
            edit={this.#edit}
          />
        )}
        <Composer
          handle={this.#composer}
          words={words}
          attach={kit && <kit.Attach words={words} sendFile={this.#sendFile} />}
          say={(text) => talk.say(text)}
          typed={() => talk.typed()}
        />
        <p class="small" id="safety">
          {words.safety}
        </p>
      </div>
    )
  }
}

interface ConversationGiven {
  state: TalkState
  needs: MessageNeeds
  kit: CardsKit | undefined
  talk: Talk
  choose(value: string, byKeyboard: boolean): void
}

/** What was said, and below it what may be answered: nothing of it ever covers the rest. */
function Conversation({ state, needs, kit, talk, choose }: ConversationGiven) {
  const { words } = needs.tongue
  return (
    <Scroller
      label={words.logLabel}
      toEnd={words.toEnd}
      ownKey={kit?.newestOwnKey(state.messages)}
      newest={kit?.startOfNewest(state.messages)}
    >
      {/* New words are told by a line of their own, so that cards and drafts are not read out. */}
      <div role="log" aria-live="off" aria-label={words.logLabel}>
        <ol id="messages" class="messages">
          {state.messages.map((shown) => (
            <Message key={shown.key} shown={shown} needs={needs} kit={kit} />
          ))}
        </ol>
      </div>
      {state.notice && (
        <p class="notice" role="alert">
          {words.notices[state.notice]}
        </p>
      )}
      {kit && <kit.Typing name={words.typing} isOn={state.isTyping} />}
      {state.ratingFor && kit && (
        <kit.Rating words={words} rate={(score, comment) => talk.rate(score, comment)} />
      )}
      {kit && <kit.Choices choices={state.choices} words={words} choose={choose} />}
    </Scroller>
  )
}
