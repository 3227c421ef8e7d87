/**
 * `/widget.js`: all that a page waits for. Calls to `window.Daozhang` are kept until the chat itself is
 * there. In a function of its own, because a page may hold the tag more than once.
 */
;(() => {
  const tag = document.currentScript
  if (!(tag instanceof HTMLScriptElement)) return
  const page = window as Window & { Daozhang?: Record<string, unknown> }
  const waiting: unknown[] = []
  page.Daozhang ??= { waiting }
  for (const act of ['open', 'close', 'setToken', 'on'])
    page.Daozhang[act] ??= (...given: unknown[]) => waiting.push([act, given])
  void import('./chat.tsx').then(({ mount }) => mount(tag))
})()
