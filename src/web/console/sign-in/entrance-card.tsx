import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { type ReactNode, useEffect } from 'react'
import { Logo } from '../logo.tsx'
import { problemText } from '../problem-text.ts'
import { useTongue } from '../tongue.tsx'

interface EntranceCardProps {
  /** What the browser calls the page. */
  pageTitle: string
  title: string
  lead: string
  /** What went wrong; undefined: nothing. */
  problem: unknown
  /** Said when nothing went wrong. */
  note?: string | undefined
  children: ReactNode
}

/** The card that everything before the desk stands on. */
export function EntranceCard(props: EntranceCardProps) {
  const { pageTitle, title, lead, problem, note = '', children } = props
  const tongue = useTongue()
  const { words, locale, setLocale } = tongue
  useEffect(() => {
    document.title = `${pageTitle} · ${words.product}`
  }, [pageTitle, words])
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <main className="entrance">
      <div className="entrance-card">
        <div className="entrance-head">
          <Logo size={36} />
          <div>
            <h1>{title}</h1>
            <p>{lead}</p>
          </div>
        </div>
        <Notice problem={problem === undefined ? '' : problemText(problem, tongue)} note={note} />
        {children}
        <Button
          appearance="subtle"
          size="small"
          className="entrance-language"
          lang={other}
          onClick={() => setLocale(other)}
        >
          {words.otherLanguage}
        </Button>
      </div>
    </main>
  )
}

function Notice({ problem, note }: { problem: string; note: string }) {
  if (!problem && !note) return null
  return (
    <MessageBar intent={problem ? 'error' : 'info'} role="alert" layout="multiline">
      <MessageBarBody>{problem || note}</MessageBarBody>
    </MessageBar>
  )
}
