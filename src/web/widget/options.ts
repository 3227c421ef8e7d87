import { type PageLocale, pageLocale } from './words/words.ts'

/** What a page asks for, by the attributes of its script tag. */
export interface WidgetOptions {
  /** Keeps several chats on one origin apart. */
  name: string
  /** Where the script came from: the server of the chat. */
  server: string
  locale: PageLocale
  token?: string | undefined
  tokenUrl?: string | undefined
  isOpen: boolean
  position: 'left' | 'right'
  theme: 'auto' | 'light' | 'dark'
  title?: string | undefined
  /** The chat page of the server itself: no button, no frame. */
  isPage: boolean
}

/** Reads a tag. What cannot be used is told in the browser's console, and the default taken. */
export function readOptions({ dataset, src }: HTMLScriptElement): WidgetOptions {
  const { name = 'chat', token, tokenUrl, title } = dataset
  return {
    name,
    server: new URL(src).origin,
    locale: pageLocale([dataset.locale, document.documentElement.lang, ...navigator.languages]),
    token: token || tokenInAddress(dataset.page),
    tokenUrl: tokenUrl && new URL(tokenUrl, location.href).href,
    isOpen: dataset.open !== undefined && dataset.open !== 'false',
    position: oneOf(dataset, 'position', ['right', 'left']),
    theme: oneOf(dataset, 'theme', ['auto', 'light', 'dark']),
    title: title || undefined,
    isPage: dataset.page !== undefined,
  }
}

/** Whoever links to the chat page may hand a token over behind `#token=`; it never reaches a server log. */
function tokenInAddress(page: string | undefined): string | undefined {
  if (page === undefined) return undefined
  return new URLSearchParams(location.hash.slice(1)).get('token') ?? undefined
}

function oneOf<Value extends string>(
  dataset: DOMStringMap,
  name: string,
  accepted: readonly [Value, ...Value[]],
): Value {
  const given = dataset[name]
  const found = accepted.find((value) => value === given)
  if (given && !found)
    reportError(new Error(`data-${name}="${given}": accepted are ${accepted.join(', ')}.`))
  return found ?? accepted[0]
}
