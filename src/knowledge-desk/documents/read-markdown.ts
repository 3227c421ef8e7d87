import { marked } from 'marked'
import { readHtml } from './read-html.ts'
import type { ReadText } from './reading.ts'

/** A header such as ours or another tool's, which is no part of the text. */
const header = /^---\r?\n[\s\S]*?\r?\n---\r?\n/

/** Markdown may hold HTML, so it is read as the page that it stands for. */
export function readMarkdown(text: string): ReadText {
  return readHtml(marked.parse(text.replace(header, ''), { async: false }))
}
