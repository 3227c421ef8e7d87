/** What a page hears of: `message` has `text` and `from`, `handoff` has `state`. */
export type WidgetEvent = 'open' | 'close' | 'message' | 'handoff'

type Listener = (detail: unknown) => void

/** What a page can ask of one chat. */
export interface WidgetActs {
  open(): void
  close(): void
  setToken(token: string): void
}

interface PageApi {
  waiting?: [act: string, given: unknown[]][]
  /** With a name: of the chat whose tag has that `data-name`. */
  open(name?: string): void
  close(name?: string): void
  setToken(token: string, name?: string): void
  on(event: WidgetEvent, listener: Listener, name?: string): void
}

const chats = new Map<string, WidgetActs>()
const listeners: { event: WidgetEvent; name: string | undefined; listener: Listener }[] = []

/** Makes a chat reachable by `window.Daozhang`, and does what was asked of it before it was there. */
export function register(name: string, acts: WidgetActs): void {
  chats.set(name, acts)
  const page = window as Window & { Daozhang?: PageApi }
  const asked = page.Daozhang?.waiting ?? []
  page.Daozhang = api
  for (const [act, given] of asked) {
    const run: unknown = Reflect.get(api, act)
    if (typeof run === 'function') run(...given)
  }
}

/** Tells the page. Its listeners may break: the chat does not. */
export function tell(event: WidgetEvent, name: string, detail?: unknown): void {
  for (const each of listeners) {
    if (each.event !== event || (each.name ?? name) !== name) continue
    try {
      each.listener(detail)
    } catch (error) {
      reportError(error)
    }
  }
}

const named = (name: string | undefined): WidgetActs | undefined =>
  name === undefined ? chats.values().next().value : chats.get(name)

const api: PageApi = {
  open: (name) => named(name)?.open(),
  close: (name) => named(name)?.close(),
  setToken: (token, name) => named(name)?.setToken(token),
  on(event, listener, name) {
    listeners.push({ event, name, listener })
  },
}
