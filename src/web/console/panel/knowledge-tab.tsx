import { Button, SearchBox } from '@fluentui/react-components'
import { useState } from 'react'
import { query } from '../api/calls.ts'
import type { ArticleHint, CannedAnswer, ConversationView } from '../api/shapes.ts'
import { blanksOf, fillBlanks } from '../conversation/blanks.ts'
import { matching } from '../conversation/canned-list.tsx'
import { useKnown } from '../data/desk.tsx'
import { useTongue } from '../tongue.tsx'
import { Part } from './part.tsx'
import { useSettled } from './use-settled.ts'

interface KnowledgeTabProps {
  conversation: ConversationView
  onInsert(text: string): void
}

interface Suggestions {
  articles: ArticleHint[]
  canned: CannedAnswer[]
}

/** Articles and canned answers: first those that fit the conversation, then whatever is searched. */
export function KnowledgeTab({ conversation, onInsert }: KnowledgeTabProps) {
  const { words, locale } = useTongue()
  const language = conversation.facts?.customer.language ?? conversation.handoff?.language ?? locale
  const [typed, setTyped] = useState('')
  const wanted = useSettled(typed.trim())
  const found = useFound(conversation.id, language, wanted)
  const fill = (text: string) => fillBlanks(text, blanksOf(conversation, language))
  return (
    <>
      <SearchBox
        className="wide"
        aria-label={words.knowledge.find}
        placeholder={words.knowledge.find}
        value={typed}
        onChange={(_event, { value }) => setTyped(value)}
      />
      {!wanted && <p className="soft">{words.knowledge.suggested}</p>}
      <Part title={`${words.knowledge.canned} · ${words.languages[language]}`}>
        <Offers
          offers={found.canned.map(({ id, title, text }) => ({ id, title, text: fill(text) }))}
          label={words.knowledge.insert}
          lang={language}
          onInsert={onInsert}
        />
      </Part>
      <Part title={`${words.knowledge.articles} · ${words.languages[language]}`}>
        <Offers
          offers={found.articles.map(({ id, title, excerpt = '' }) => ({
            id,
            title,
            text: excerpt,
          }))}
          label={words.knowledge.insertArticle}
          lang={language}
          onInsert={onInsert}
        />
      </Part>
    </>
  )
}

function useFound(id: string, locale: 'zh-CN' | 'en', wanted: string): Suggestions {
  const suggested = useKnown<Suggestions>(
    wanted ? undefined : `/conversations/${encodeURIComponent(id)}/suggestions${query({ locale })}`,
  )
  const articles = useKnown<{ results: ArticleHint[] }>(
    wanted ? `/knowledge/search${query({ q: wanted, locale, k: 6 })}` : undefined,
  )
  const canned = useKnown<{ cannedAnswers: CannedAnswer[] }>(
    wanted ? `/canned-answers${query({ locale })}` : undefined,
  )
  if (!wanted) return suggested.value ?? { articles: [], canned: [] }
  return {
    articles: articles.value?.results ?? [],
    canned: matching(canned.value?.cannedAnswers ?? [], wanted),
  }
}

interface OffersProps {
  offers: readonly { id: string; title: string; text: string }[]
  label: string
  lang: string
  onInsert(text: string): void
}

function Offers({ offers, label, lang, onInsert }: OffersProps) {
  const { words } = useTongue()
  if (offers.length === 0) return <p className="soft">{words.knowledge.none}</p>
  return (
    <ul className="offers">
      {offers.map(({ id, title, text }) => (
        <li key={id}>
          <p className="offer-title" lang={lang}>
            {title}
          </p>
          {text && (
            <p className="offer-text" lang={lang}>
              {text}
            </p>
          )}
          {text && (
            <Button size="small" aria-label={`${label}: ${title}`} onClick={() => onInsert(text)}>
              {label}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
