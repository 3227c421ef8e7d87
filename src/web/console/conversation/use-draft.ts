import { useState } from 'react'
import { withoutSecrets } from './card-guard.ts'

export type Mode = 'reply' | 'note'

const place = (mode: Mode, id: string) => `daozhang.console.draft.${mode}.${id}`

/** What is being written, kept for each conversation until the tab is closed or it is sent. */
export function useDraft(id: string, mode: Mode): [string, (text: string) => void] {
  const key = place(mode, id)
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({})
  const text = drafts[key] ?? sessionStorage.getItem(key) ?? ''
  function write(next: string): void {
    void keep(key, next)
    setDrafts((all) => ({ ...all, [key]: next }))
  }
  return [text, write]
}

/** The newest text of each draft: a check that ends after the next key was pressed is of an older one. */
const newest = new Map<string, string>()

/** Browsers write this store to disk: no card number or secret goes there, nor what cannot be checked. */
async function keep(key: string, text: string): Promise<void> {
  newest.set(key, text)
  const hidden = await withoutSecrets(text).catch(() => '')
  if (newest.get(key) !== text) return
  const kept = hidden ?? text
  if (kept) sessionStorage.setItem(key, kept)
  else sessionStorage.removeItem(key)
}
