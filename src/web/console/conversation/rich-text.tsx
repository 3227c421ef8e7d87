import { Fragment } from 'react'

// The marks that end a sentence or close a bracket are not the address's.
const marks = /\*\*([^*\n]+)\*\*|(https:\/\/[^\s<>"'，。；、）]*[^\s<>"'，。；、）.,;:!?)\]])/g

/** Text with **bold** and https links. Everything else stays text: nothing is ever parsed as HTML. */
export function RichText({ text }: { text: string }) {
  return piecesOf(text).map(({ at, kind, text: piece }) => {
    if (kind === 'bold') return <strong key={at}>{piece}</strong>
    if (kind === 'plain') return <Fragment key={at}>{piece}</Fragment>
    return (
      <a key={at} href={piece} target="_blank" rel="noopener noreferrer nofollow">
        {piece}
      </a>
    )
  })
}

/** A piece of a text and where it begins. */
export interface Piece {
  at: number
  kind: 'plain' | 'bold' | 'link'
  text: string
}

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(marks)) {
    const [all, bold, link] = match
    if (match.index > end)
      pieces.push({ at: end, kind: 'plain', text: text.slice(end, match.index) })
    pieces.push({ at: match.index, kind: bold ? 'bold' : 'link', text: bold ?? link ?? '' })
    end = match.index + all.length
  }
  if (end < text.length) pieces.push({ at: end, kind: 'plain', text: text.slice(end) })
  return pieces
}
