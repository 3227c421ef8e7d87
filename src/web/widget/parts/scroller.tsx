/** @jsxImportSource preact */
import { Component, type ComponentChildren, createRef } from 'preact'
import { downIcon } from './icons.tsx'
import { createReadingPlace, type ReadingPlace } from './reading-place.ts'

interface ScrollerGiven {
  label: string
  toEnd: string
  /** Of the customer's newest words. */
  ownKey: string | undefined
  /** Which line the newest words begin with, once that is known. */
  newest: number | undefined
  children: ComponentChildren
}

/** The conversation, scrolled so that the beginning of the newest words stays in sight. */
export class Scroller extends Component<ScrollerGiven> {
  readonly #box = createRef<HTMLElement>()
  readonly #jump = createRef<HTMLButtonElement>()
  #place: ReadingPlace | undefined

  override componentDidMount(): void {
    const box = this.#box.current
    const jump = this.#jump.current
    if (!box || !jump) return
    this.#place = createReadingPlace(box, {
      newest: () => box.querySelectorAll<HTMLElement>('.message')[this.props.newest ?? -1],
      tellEnd: (isInSight) => {
        jump.hidden = isInSight
      },
    })
    this.#settle()
  }

  override componentDidUpdate(before: ScrollerGiven): void {
    if (before.ownKey !== this.props.ownKey) this.#place?.follow()
    this.#settle()
  }

  override componentWillUnmount(): void {
    this.#place?.leave()
  }

  #settle(): void {
    this.#place?.settle()
  }

  override render({ label, toEnd, children }: ScrollerGiven) {
    return (
      <div class="scroll">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it. */}
        <section id="log" class="log" ref={this.#box} aria-label={label} tabIndex={0}>
          {children}
        </section>
        <button
          id="jump"
          class="jump"
          type="button"
          hidden
          aria-label={toEnd}
          ref={this.#jump}
          onClick={() => this.#place?.toEnd()}
        >
          {downIcon()}
        </button>
      </div>
    )
  }
}
