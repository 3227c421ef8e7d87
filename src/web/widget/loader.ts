;(() => {
  const tag = document.currentScript as HTMLScriptElement
  void import('./chat.tsx').then(({ mount }) => mount(tag))
})()
