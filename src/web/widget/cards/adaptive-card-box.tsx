/** @jsxImportSource preact */
import { Component, createRef } from 'preact'
import type { Attachment } from '../talk/activity.ts'

interface BoxGiven {
  card: Attachment
  submit(value: unknown): void
}

/** An Adaptive Card, drawn by code that is loaded with the first of them. */
export class AdaptiveCardBox extends Component<BoxGiven> {
  readonly #place = createRef<HTMLDivElement>()

  override async componentDidMount(): Promise<void> {
    const { drawCard } = await import('../adaptive/draw-card.ts')
    const { card, submit } = this.props
    if (this.#place.current) drawCard(card.content, this.#place.current, submit)
  }

  override shouldComponentUpdate(): boolean {
    return false
  }

  override render() {
    return <div class="card adaptive" ref={this.#place} />
  }
}
