import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Locale } from '../../domain/locale.ts'
import type { ConsoleWords } from './words/en.ts'
import { words } from './words/words.ts'

/** The language the agent reads; the customer's is another matter. */
export interface Tongue {
  locale: Locale
  words: ConsoleWords
  setLocale(locale: Locale): void
}

const Spoken = createContext<Tongue>({ locale: 'en', words: words.en, setLocale: () => {} })

export function useTongue(): Tongue {
  return useContext(Spoken)
}

const place = 'daozhang.console.locale'

/** The language chosen last, else the browser's. */
function firstLocale(): Locale {
  const wish = localStorage.getItem(place) ?? navigator.language
  return wish.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

export function TongueProvider({ children }: { children: ReactNode }) {
  const [locale, choose] = useState(firstLocale)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const tongue = useMemo<Tongue>(
    () => ({
      locale,
      words: words[locale],
      setLocale(next) {
        localStorage.setItem(place, next)
        choose(next)
      },
    }),
    [locale],
  )
  return <Spoken value={tongue}>{children}</Spoken>
}
