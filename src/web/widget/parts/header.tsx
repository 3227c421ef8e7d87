/** @jsxImportSource preact */
import type { LineStatus } from '../line/direct-line.ts'
import { closeIcon, logoIcon } from './icons.tsx'
import type { Tongue } from './tongue.ts'

interface HeaderGiven {
  title: string
  status: LineStatus
  tongue: Tongue
  /** Absent: a token is for one conversation, and there is no other to begin. */
  restart?: (() => void) | undefined
  /** Absent: the chat fills the page. */
  close?: (() => void) | undefined
}

export function Header({ title, status, tongue, restart, close }: HeaderGiven) {
  const { words, locale } = tongue
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <div class="bar">
      {logoIcon()}
      <div class="who">
        {close ? <h2 id="title">{title}</h2> : <h1 id="title">{title}</h1>}
        <p id="status" class={status} role="status">
          {words[status]}
        </p>
      </div>
      {!close && (
        <a class="tool" id="language" href={`?locale=${other}`} lang={other}>
          {words.otherLanguage}
        </a>
      )}
      {restart && (
        <button class="tool" id="restart" type="button" onClick={restart}>
          {words.restart}
        </button>
      )}
      {close && (
        <button class="tool" id="close" type="button" aria-label={words.close} onClick={close}>
          {closeIcon()}
        </button>
      )}
    </div>
  )
}
