import { Badge, SearchBox } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { query } from '../api/calls.ts'
import type { SearchHit } from '../api/shapes.ts'
import { useKnown } from '../data/desk.tsx'
import { focusSoon, useKeys } from '../data/keyboard.tsx'
import { useSettled } from '../panel/use-settled.ts'
import type { Route } from '../route.ts'
import { go } from '../router.ts'
import { dateAndTime } from '../time.ts'
import { useTongue } from '../tongue.tsx'
import { ListHead } from './list-head.tsx'
import { EmptyList, Row, Rows } from './rows.tsx'

interface SearchListProps {
  openId: string | undefined
  q: string | undefined
}

/** One box for everything: numbers, names, amounts, words. */
export function SearchList({ openId, q = '' }: SearchListProps) {
  const { words, locale } = useTongue()
  const [typed, setTyped] = useState(q)
  const wanted = useSettled(typed.trim())
  useKeys({ search: () => focusSoon('.search-box input') })
  useEffect(() => focusSoon('.search-box input'), [])
  const opened = useRef(openId)
  opened.current = openId
  // Only what is searched moves the address; opening a hit does that by itself.
  useEffect(() => {
    go({ area: 'search', id: opened.current, q: wanted || undefined }, true)
  }, [wanted])
  const { value } = useKnown<{ results: SearchHit[] }>(
    wanted ? `/search${query({ q: wanted, locale, limit: 50 })}` : undefined,
  )
  const hits = value?.results
  return (
    <>
      <ListHead title={words.search.title}>
        <SearchBox
          className="search-box"
          aria-label={words.search.label}
          placeholder={words.search.placeholder}
          value={typed}
          onChange={(_event, data) => setTyped(data.value)}
        />
        <p className="list-facts" role="status">
          {wanted &&
            hits &&
            (hits.length > 0 ? words.search.found(hits.length) : words.search.none)}
        </p>
      </ListHead>
      {!wanted && <EmptyList title={words.search.start} />}
      {wanted && hits && hits.length > 0 && (
        <Rows label={words.search.title}>
          {hits.map((hit) => (
            <HitRow key={`${hit.kind} ${hit.ref}`} hit={hit} q={wanted} openId={openId} />
          ))}
        </Rows>
      )}
    </>
  )
}

interface HitRowProps {
  hit: SearchHit
  q: string
  openId: string | undefined
}

function HitRow({ hit, q, openId }: HitRowProps) {
  const { words, locale } = useTongue()
  const to = routeOfHit(hit, q)
  const body = (
    <>
      <span className="row-line">
        <b className="row-name">{hit.title}</b>
        <Badge appearance="tint" color="informative">
          {words.search.kinds[hit.kind]}
        </Badge>
      </span>
      {hit.excerpt && <span className="row-preview">{hit.excerpt}</span>}
      {hit.at && <span className="row-about">{dateAndTime(hit.at, locale)}</span>}
    </>
  )
  if (!to) return <li className="row plain">{body}</li>
  const isOpen = openId !== undefined && to.id === openId
  return (
    <Row to={to} isOpen={isOpen}>
      {body}
    </Row>
  )
}

/** Where a hit leads; articles and canned answers lead nowhere but to themselves. */
export function routeOfHit({ kind, ref, conversationId }: SearchHit, q: string): Route | undefined {
  if (kind === 'ticket') return { area: 'tickets', id: ref }
  const id = conversationId ?? (kind === 'conversation' ? ref : undefined)
  return id ? { area: 'search', id, q } : undefined
}
