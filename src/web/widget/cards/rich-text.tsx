/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'

const marks =
  /\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\((https:\/\/[^\s)]+)\)|(https:\/\/[^\s<>"'，。；、）]+)/g

/** Text with **bold** and https links; everything else stays text: nothing is ever parsed. */
export function richText(text: string): ComponentChildren[] {
  const parts: ComponentChildren[] = []
  let end = 0
  for (const match of text.matchAll(marks)) {
    parts.push(text.slice(end, match.index))
    const [all, bold, title, target, bare] = match
    parts.push(
      bold ? <strong>{bold}</strong> : <OutLink to={target ?? bare ?? ''} name={title ?? bare} />,
    )
    end = match.index + all.length
  }
  parts.push(text.slice(end))
  return parts
}

/** Opens beside the conversation, which goes on. */
export function OutLink(given: { to: string; name: string | undefined; class?: string }) {
  return (
    <a class={given.class} href={given.to} target="_blank" rel="noopener noreferrer nofollow">
      {given.name}
    </a>
  )
}
