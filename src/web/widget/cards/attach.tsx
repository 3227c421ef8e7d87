/** @jsxImportSource preact */
import { Component, createRef } from 'preact'
import { uploadForm } from '../line/upload-form.ts'
import { lines } from '../parts/icons.tsx'
import type { Words } from '../words/words.ts'
import { AskFile } from './ask-file.tsx'
import { lightPicture } from './light-picture.ts'

interface AttachGiven {
  words: Words
  /** `formOf`: what is posted, under the key by which the server recognises a repeat. */
  sendFile(name: string, formOf: (key: string) => FormData): void
}

const clipIcon = () =>
  lines(
    'M20 11.5 12.2 19.3a5 5 0 0 1-7.1-7.1l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.65 1.65 0 0 1-2.35-2.35l7.8-7.8',
    1.8,
  )

/** Picks a picture or a PDF, shows it to its sender, and sends it. */
export class Attach extends Component<AttachGiven, { file?: File | undefined }> {
  readonly #input = createRef<HTMLInputElement>()
  readonly #button = createRef<HTMLButtonElement>()

  #chosen = async (): Promise<void> => {
    const input = this.#input.current
    const file = input?.files?.[0]
    if (!input || !file) return
    const light = await lightPicture(file)
    // The same file can be picked once more.
    input.value = ''
    this.setState({ file: light })
  }

  #leave = (): void => {
    this.setState({ file: undefined })
    this.#button.current?.focus()
  }

  #send = (): void => {
    const { file } = this.state
    if (file) this.props.sendFile(file.name, (key) => uploadForm(file, key))
    this.#leave()
  }

  override render({ words }: AttachGiven) {
    const { file } = this.state
    return (
      <>
        {file && <AskFile file={file} words={words} send={this.#send} leave={this.#leave} />}
        <button
          class="tool"
          id="attach"
          type="button"
          aria-label={words.attach}
          ref={this.#button}
          onClick={() => this.#input.current?.click()}
        >
          {clipIcon()}
        </button>
        <input
          id="file"
          type="file"
          accept="image/*,application/pdf"
          hidden
          ref={this.#input}
          onChange={this.#chosen}
        />
      </>
    )
  }
}
