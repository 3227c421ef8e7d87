import { useState } from 'react'

export type Mode = 'reply' | 'note'

const place = (mode: Mode, id: string) => `daozhang.console.draft.${mode}.${id}`

/** What is being written, kept for each conversation until the tab is closed or it is sent. */
export function useDraft(id: string, mode: Mode): [string, (text: string) => void] {
  const key = place(mode, id)
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({})
  const text = drafts[key] ?? sessionStorage.getItem(key) ?? ''
  function write(next: string): void {
    if (next) sessionStorage.setItem(key, next)
    else sessionStorage.removeItem(key)
    setDrafts((all) => ({ ...all, [key]: next }))
  }
  return [text, write]
}
