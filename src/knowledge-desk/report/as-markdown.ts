import type { Card, Figure, Line, Page, Part } from './page.ts'

/** The report as a page of Markdown. */
export function asMarkdown({ title, subtitle, parts }: Page): string {
  return `${[`# ${plain(title)}`, plain(subtitle), ...parts.map(part)].filter(Boolean).join('\n\n')}\n`
}

function part(each: Part): string {
  switch (each.kind) {
    case 'heading':
      return `## ${plain(each.text)}`
    case 'text':
      return plain(each.text)
    case 'basis':
      return `_${plain(each.text)}_`
    case 'figures':
      return list(each.figures.map(figure))
    case 'table':
      return table(each.head, each.rows)
    case 'bars':
      return bars(each)
    case 'cards':
      return each.cards.map(card).join('\n\n')
    case 'list':
      return list(each.items)
  }
}

function bars({ title, legend, bars: all }: Extract<Part, { kind: 'bars' }>): string {
  const key = legend.map(({ name }) => name).join(' + ')
  return table(
    [`${title} (${key})`, ''],
    all.map(({ label, text }) => [label, text]),
  )
}

function card({ title, lines, quotes }: Card): string {
  return [
    `**${plain(title)}**`,
    ...lines.map(line),
    ...quotes.map((each) => `> ${plain(each)}`),
  ].join('\n\n')
}

function line({ name, text }: Line): string {
  return name === undefined ? plain(text) : `${plain(name)}: ${plain(text)}`
}

function figure({ label, value, share }: Figure): string {
  return `${label}: ${value}${share ? ` (${share})` : ''}`
}

function list(items: string[]): string {
  return items.map((item) => `- ${plain(item)}`).join('\n')
}

function table(head: string[], rows: string[][]): string {
  const row = (cells: string[]) => `| ${cells.map(plain).join(' | ')} |`
  return [row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n')
}

/** One line in which no sign of Markdown or HTML means anything. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]|<>~]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([#+-])/, '$1\\$2')
}
