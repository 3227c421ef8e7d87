type Child = Node | string | undefined

/** An element with classes and children. Strings become text nodes: nothing is ever parsed. */
export function el(spec: string, ...children: Child[]): HTMLElement {
  const [tag = 'div', ...classes] = spec.split('.')
  const element = document.createElement(tag)
  if (classes.length > 0) element.className = classes.join(' ')
  element.append(...children.filter((child) => child !== undefined))
  return element
}

/** The element of the page with that id; the page is ours, so it is there. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id)
  if (element instanceof kind) return element
  throw new Error(`no element ${id}`)
}

const marks =
  /\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\((https:\/\/[^\s)]+)\)|(https:\/\/[^\s<>"'，。；、）]+)/g

/** Text with **bold** and https links; everything else stays text. */
export function richText(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment()
  let end = 0
  for (const match of text.matchAll(marks)) {
    fragment.append(text.slice(end, match.index))
    const [all, bold, title, target, bare] = match
    fragment.append(bold ? el('strong', bold) : link(target ?? bare ?? '', title ?? bare ?? ''))
    end = match.index + all.length
  }
  fragment.append(text.slice(end))
  return fragment
}

function link(href: string, title: string): HTMLElement {
  const anchor = document.createElement('a')
  anchor.href = href
  anchor.rel = 'noopener noreferrer nofollow'
  anchor.target = '_blank'
  anchor.textContent = title
  return anchor
}
