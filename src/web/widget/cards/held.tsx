/** @jsxImportSource preact */
import { Component, createRef } from 'preact'
import { withMarks } from '../text/marks.ts'
import type { Words } from '../words/words.ts'

interface HeldGiven {
  hidden: string
  words: Words
  send(): void
  edit(): void
}

/** What was typed holds a number that nobody needs: the customer sees what would be sent. */
export class Held extends Component<HeldGiven> {
  readonly #send = createRef<HTMLButtonElement>()

  override componentDidMount(): void {
    this.#send.current?.focus()
  }

  override render({ hidden, words, send, edit }: HeldGiven) {
    return (
      <section
        class="held"
        role="alertdialog"
        aria-labelledby="held-title"
        aria-describedby="held-why"
      >
        <h2 id="held-title" class="stage">
          {words.held.title}
        </h2>
        <p id="held-why">{words.held.why}</p>
        <blockquote>{withMarks(hidden, words)}</blockquote>
        <div class="line">
          <button class="main-button" type="button" ref={this.#send} onClick={send}>
            {words.held.send}
          </button>
          <button class="chip" type="button" onClick={edit}>
            {words.held.edit}
          </button>
        </div>
      </section>
    )
  }
}
