/** @jsxImportSource preact */
import { Attach } from './attach.tsx'
import styles from './cards.css?inline'
import { Choices } from './choices.tsx'
import { HandoffBar } from './handoff-bar.tsx'
import { Held } from './held.tsx'
import { Logged } from './logged.tsx'
import { newestOwnKey, startOfNewest } from './newest.ts'
import { Rating } from './rating.tsx'
import { Typing } from './typing.tsx'
import verdict from './verdict.css?inline'
import words from './words.css?inline'

/** All that is more than plain words: loaded while the chat connects, so there before it is needed. */
export const cardsKit = {
  Attach,
  Choices,
  HandoffBar,
  Held,
  Logged,
  Rating,
  Typing,
  newestOwnKey,
  startOfNewest,
  styles: words + styles + verdict,
}

export type CardsKit = typeof cardsKit
