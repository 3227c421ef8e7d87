import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { html } from '../../web/html.ts'
import type { Bar, Card, Figure, Line, Page, Part } from './page.ts'

const style = readFileSync(join(import.meta.dirname, 'report.css'), 'utf8')
const styleHash = createHash('sha256').update(style).digest('base64')
/** The page loads nothing and runs nothing, wherever it is opened. */
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`

/** The report as one file that stands by itself: no script, nothing to load. */
export function asHtml({ locale, title, subtitle, parts }: Page): string {
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">
<title>${html(title)}</title><style>${style}</style></head>
<body><main><header><h1>${html(title)}</h1><p>${html(subtitle)}</p></header>
${sections(parts)
  .map((each) => `<section>\n${each.map(part).join('\n')}\n</section>`)
  .join('\n')}
</main></body></html>
`
}

/** A heading begins a section. */
function sections(parts: readonly Part[]): Part[][] {
  const found: Part[][] = []
  for (const each of parts) {
    const last = found.at(-1)
    if (last && each.kind !== 'heading') last.push(each)
    else found.push([each])
  }
  return found
}

function part(each: Part): string {
  switch (each.kind) {
    case 'heading':
      return `<h2>${html(each.text)}</h2>`
    case 'text':
      return `<p>${html(each.text)}</p>`
    case 'basis':
      return `<p class="basis">${html(each.text)}</p>`
    case 'figures':
      return `<dl class="figures">${each.figures.map(figure).join('')}</dl>`
    case 'table':
      return table(each.head, each.rows)
    case 'bars':
      return bars(each)
    case 'cards':
      return `<div class="cards">${each.cards.map(card).join('')}</div>`
    case 'list':
      return `<ul class="items">${each.items.map((item) => `<li>${html(item)}</li>`).join('')}</ul>`
  }
}

function figure({ label, value, share }: Figure): string {
  const part = share ? ` <small>${html(share)}</small>` : ''
  return `<div><dt>${html(label)}</dt><dd>${html(value)}${part}</dd></div>`
}

/** A wide table scrolls by itself; the keyboard reaches it. */
function table(head: string[], rows: string[][]): string {
  const heads = head.map((cell) => `<th scope="col">${html(cell)}</th>`).join('')
  const body = rows.map(([first = '', ...cells]) => {
    const rest = cells.map((cell) => `<td>${html(cell)}</td>`).join('')
    return `<tr><th scope="row">${html(first)}</th>${rest}</tr>`
  })
  return `<div class="scroll" tabindex="0" role="group" aria-label="${html(head[0] ?? '')}"><table><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}

function bars({ title, legend, bars: all }: Extract<Part, { kind: 'bars' }>): string {
  const keys = legend.map(
    ({ tone, name }) =>
      `<li><svg viewBox="0 0 10 10" aria-hidden="true"><rect class="${tone}" width="10" height="10" rx="2"/></svg>${html(name)}</li>`,
  )
  return `<figure><figcaption>${html(title)}</figcaption><ul class="legend" role="list">${keys.join('')}</ul>
<ul class="bars" role="list">${all.map(bar).join('\n')}</ul></figure>`
}

/** The words stand beside the drawing, so that they wrap and are read aloud. */
function bar({ label, text, stretches }: Bar): string {
  let end = 0
  const drawn = stretches.map(({ tone, share }) => {
    const x = end
    end += share
    return `<rect class="${tone}" x="${percent(x)}" width="${percent(share)}" height="100%"/>`
  })
  return `<li><span>${html(label)}</span><svg aria-hidden="true"><rect class="track" width="100%" height="100%"/>${drawn.join('')}</svg><b>${html(text)}</b></li>`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`
}

function card({ title, lines, quotes }: Card): string {
  const said = quotes.map((each) => `<blockquote>${html(each)}</blockquote>`)
  return `<article><h3>${html(title)}</h3>${lines.map(line).join('')}${said.join('')}</article>`
}

function line({ name, text }: Line): string {
  return name === undefined
    ? `<p>${html(text)}</p>`
    : `<p><strong>${html(name)}</strong> ${html(text)}</p>`
}
