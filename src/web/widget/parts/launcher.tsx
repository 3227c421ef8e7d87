/** @jsxImportSource preact */
import { Component, createRef, type RefObject } from 'preact'
import type { Words } from '../words/words.ts'
import { logoIcon } from './icons.tsx'

interface LauncherGiven {
  /** Gets the button, once it is drawn. */
  handle: RefObject<Launcher | null>
  words: Words
  unread: number
  open(): void
}

/** The button in the corner of somebody's page. */
export class Launcher extends Component<LauncherGiven> {
  readonly #button = createRef<HTMLButtonElement>()

  override componentDidMount(): void {
    this.props.handle.current = this
  }

  focus(): void {
    this.#button.current?.focus()
  }

  override render({ words, unread, open }: LauncherGiven) {
    const news = unread > 0 ? words.unread(unread) : ''
    return (
      <button
        id="launcher"
        class="launcher"
        type="button"
        ref={this.#button}
        aria-label={news ? `${words.open}, ${news}` : words.open}
        aria-haspopup="dialog"
        onClick={open}
      >
        {logoIcon()}
        {unread > 0 && (
          <span class="unread" aria-hidden="true">
            {unread}
          </span>
        )}
      </button>
    )
  }
}
