import { Parser } from 'htmlparser2'
import type { Block, ReadText } from './reading.ts'

/** Nothing in these is text for a reader. */
const unread = new Set(
  'script style noscript template iframe object svg math nav title head select'.split(' '),
)
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const blocks = new Set(
  'p div section article main header footer aside ul ol li dl dt dd table tr caption pre blockquote figure figcaption form hr address details summary body'.split(
    ' ',
  ),
)

/** Where the reader is, and what it has so far. */
interface State {
  found: Block[]
  text: string
  heading: boolean
  /** How deep inside something unread; 0 is outside. */
  hidden: number
  scripts: number
  lists: { ordered: boolean; count: number }[]
  /** What the next text begins with. */
  mark: string
  links: string[]
}

/**
 * The headings and paragraphs of a page as plain text: links and images are kept as words, scripts
 * and what is hidden are left out. It runs nothing, fetches nothing and does not recurse.
 */
export function readHtml(html: string): ReadText {
  const state: State = {
    found: [],
    text: '',
    heading: false,
    hidden: 0,
    scripts: 0,
    lists: [],
    mark: '',
    links: [],
  }
  const parser = new Parser({
    onopentag: (name, attributes) => open(state, name, attributes),
    ontext: (text) => {
      if (state.hidden === 0) state.text += text
    },
    onclosetag: (name) => close(state, name),
  })
  parser.end(html)
  flush(state)
  const notes = state.scripts > 0 ? [`scripts in it were left out (${state.scripts})`] : []
  return { blocks: state.found, notes }
}

type Attributes = Record<string, string>

function open(state: State, name: string, attributes: Attributes): void {
  if (isScript(name, attributes)) state.scripts += 1
  if (state.hidden > 0 || unread.has(name) || isHidden(attributes)) {
    if (name === 'head') return
    state.hidden += 1
    return
  }
  openBlock(state, name)
  if (name === 'br') state.text += '\n'
  if ((name === 'td' || name === 'th') && state.text.trim() !== '') state.text += ' | '
  if (name === 'a') state.links.push(attributes.href ?? '')
  if (name === 'img') state.text += imageWords(attributes)
}

function openBlock(state: State, name: string): void {
  const starts = headings.has(name)
  if (!starts && !blocks.has(name)) return
  flush(state)
  state.heading = starts
  if (name === 'ul' || name === 'ol') state.lists.push({ ordered: name === 'ol', count: 0 })
  const list = state.lists.at(-1)
  if (name !== 'li' || !list) return
  list.count += 1
  state.mark = list.ordered ? `${list.count}. ` : '- '
}

function close(state: State, name: string): void {
  if (state.hidden > 0) {
    state.hidden -= 1
    return
  }
  if (name === 'a') state.text += linkWords(state.links.pop() ?? '', state.text)
  if (!headings.has(name) && !blocks.has(name)) return
  flush(state)
  state.mark = ''
  if (name === 'ul' || name === 'ol') state.lists.pop()
}

/** Ends the piece of text that is being gathered. */
function flush(state: State): void {
  const text = state.text
    .split('\n')
    .map((row) => row.replaceAll(/\s+/g, ' ').trim())
    .filter((row) => row !== '')
    .join(state.heading ? ' ' : '\n')
  state.text = ''
  if (text === '') return
  state.found.push({
    kind: state.heading ? 'heading' : 'text',
    text: state.heading ? text : state.mark + text,
  })
  state.heading = false
  state.mark = ''
}

function isScript(name: string, attributes: Attributes): boolean {
  if (name === 'script') return true
  return Object.entries(attributes).some(
    ([key, value]) => /^on[a-z]+$/i.test(key) || /^\s*javascript:/i.test(value),
  )
}

function isHidden({ hidden, style }: Attributes): boolean {
  return hidden !== undefined || /display\s*:\s*none/i.test(style ?? '')
}

/** The address of a link, unless the text says it or it leads nowhere outside. */
function linkWords(href: string, text: string): string {
  const isOutside = /^(https?:|mailto:|tel:)/i.test(href)
  const address = href.replace(/^(mailto|tel):/i, '')
  return isOutside && !text.endsWith(address) ? ` (${address})` : ''
}

function imageWords({ alt, src }: Attributes): string {
  const file = /^data:/i.test(src ?? '') ? '' : (src ?? '').split('/').at(-1)
  const words = alt?.trim() || file
  return words ? ` [${words}] ` : ''
}
