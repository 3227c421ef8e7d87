/** @jsxImportSource preact */
import { render } from 'preact'
import css from './chat.css?inline'

/** Draws the chat of a script tag. */
export function mount(tag: HTMLScriptElement): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  render(<p>{tag.src}</p>, document.body)
}
