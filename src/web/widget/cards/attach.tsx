/** @jsxImportSource preact */
import { Component, createRef } from 'preact'
import { uploadForm } from '../line/upload-form.ts'
import { lines } from '../parts/icons.tsx'

interface AttachGiven {
  name: string
  /** `formOf`: what is posted, under the key by which the server recognises a repeat. */
  sendFile(name: string, formOf: (key: string) => FormData): void
}

const clipIcon = () =>
  lines(
    'M20 11.5 12.2 19.3a5 5 0 0 1-7.1-7.1l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.65 1.65 0 0 1-2.35-2.35l7.8-7.8',
    1.8,
  )

/** Picks a picture or a PDF to send. */
export class Attach extends Component<AttachGiven> {
  readonly #input = createRef<HTMLInputElement>()

  #chosen = (): void => {
    const input = this.#input.current
    const file = input?.files?.[0]
    if (input) input.value = ''
    if (file) this.props.sendFile(file.name, (key) => uploadForm(file, key))
  }

  override render({ name }: AttachGiven) {
    return (
      <>
        <button
          class="tool"
          id="attach"
          type="button"
          aria-label={name}
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
