/** @jsxImportSource preact */
import { Component, createRef } from 'preact'
import type { Words } from '../words/words.ts'
import { sizeWithin } from './light-picture.ts'

interface AskFileGiven {
  file: File
  words: Words
  send(): void
  leave(): void
}

/** Of an upload, as the server has it. */
const mostBytes = 4 * 1024 * 1024 - 64 * 1024

/** Pixels of the longer side of what is shown. */
const longest = 800

/** A file before it is sent: only its sender can see whether it shows a card. */
export class AskFile extends Component<AskFileGiven> {
  readonly #dialog = createRef<HTMLElement>()
  readonly #picture = createRef<HTMLCanvasElement>()

  override componentDidMount(): void {
    this.#dialog.current?.querySelector('button')?.focus()
    void this.#draw()
  }

  override componentDidUpdate({ file }: AskFileGiven): void {
    if (file !== this.props.file) void this.#draw()
  }

  /** Drawn, because the page's policy may let in no picture that has no address. */
  async #draw(): Promise<void> {
    const bitmap = await createImageBitmap(this.props.file).catch(() => undefined)
    const canvas = this.#picture.current
    if (!canvas) return
    const { width, height } = bitmap ? sizeWithin(longest, bitmap) : { width: 0, height: 0 }
    canvas.width = width
    canvas.height = height
    if (bitmap) canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  }

  #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    this.props.leave()
  }

  override render({ file, words, send, leave }: AskFileGiven) {
    const isFit = /^image\/|\/pdf$/.test(file.type) && file.size <= mostBytes
    return (
      <section
        class="held ask-file"
        role="alertdialog"
        aria-labelledby="ask-file-title"
        aria-describedby="ask-file-why"
        ref={this.#dialog}
        onKeyDown={this.#pressed}
      >
        <h2 id="ask-file-title" class="stage">
          {file.name}
        </h2>
        <canvas ref={this.#picture} width={0} height={0} />
        <p id="ask-file-why">{isFit ? words.askFile.why : words.notices.fileRefused}</p>
        <div class="line">
          {isFit && (
            <button class="main-button" id="send-file" type="button" onClick={send}>
              {words.send}
            </button>
          )}
          <button class="chip" type="button" onClick={leave}>
            {words.askFile.leave}
          </button>
        </div>
      </section>
    )
  }
}
