/** @jsxImportSource preact */
import { Component, type ComponentChildren, createRef, type RefObject } from 'preact'
import { warm } from '../talk/guard.ts'
import type { Words } from '../words/words.ts'
import { upIcon } from './icons.tsx'

interface ComposerGiven {
  words: Words
  /** Gets the field, once it is drawn. */
  handle: RefObject<Composer | null>
  /** What picks a file, where files are taken. */
  attach: ComponentChildren
  /** False: it was not taken, and the words stay in the field. */
  say(text: string): Promise<boolean>
  typed(): void
}

const mostLines = 5
/** Of the field, as its style sheet has it. */
const linePx = 24
const paddingPx = 20

/** The field, which is the browser's own: an input method must never meet a value set by us. */
export class Composer extends Component<ComposerGiven> {
  readonly #field = createRef<HTMLTextAreaElement>()

  override componentDidMount(): void {
    this.props.handle.current = this
  }

  focus(): void {
    this.#field.current?.focus()
  }

  /** Puts words into the field, to be edited. */
  fill(text: string): void {
    const field = this.#field.current
    if (!field) return
    field.value = text
    this.#grow()
    field.focus()
  }

  /** Until the check of it is through, what was typed stays in sight, and nothing overtakes it. */
  #submit = async (event?: Event): Promise<void> => {
    event?.preventDefault()
    const field = this.#field.current
    const text = field?.value.trim()
    if (!field || !text || field.readOnly) return
    field.readOnly = true
    const isTaken = await this.props.say(text)
    field.readOnly = false
    this.fill(isTaken ? '' : text)
  }

  #typed = (): void => {
    this.#grow()
    warm(this.#field.current?.value ?? '')
    this.props.typed()
  }

  /** The field grows with what is typed, up to five lines. */
  #grow(): void {
    const field = this.#field.current
    if (!field) return
    field.rows = 1
    const lines = Math.round((field.scrollHeight - paddingPx) / linePx)
    field.rows = Math.min(mostLines, Math.max(1, lines))
  }

  /** While an input method composes, Enter picks a word: it does not send. */
  #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229)
      return
    void this.#submit(event)
  }

  override render({ words, attach }: ComposerGiven) {
    return (
      <form id="composer" class="composer" onSubmit={this.#submit}>
        {attach}
        <textarea
          id="text"
          rows={1}
          maxLength={4000}
          autocomplete="off"
          placeholder={words.placeholder}
          aria-label={words.placeholder}
          ref={this.#field}
          onInput={this.#typed}
          onKeyDown={this.#pressed}
        />
        <button class="send" id="send" type="submit" aria-label={words.send}>
          {upIcon()}
        </button>
      </form>
    )
  }
}
