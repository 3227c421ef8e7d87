const width = 760
const left = 190
const right = 90
const barHeight = 16

export interface Bar {
  label: string
  value: number
  text: string
  colour: string
  /** A line the bar should reach, on the same scale. */
  goal?: number
}

export interface Chart {
  title: string
  bars: Bar[]
}

/** Bar charts, one above the other, as an SVG. */
export function drawCharts(label: string, charts: Chart[]): string {
  let top = 30
  const drawn = charts.map(({ title, bars }) => {
    const one = chart(title, bars, top)
    top += chartHeight(bars) + 40
    return one
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top - 20}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="${label}">`,
    `<rect width="${width}" height="${top - 20}" fill="#ffffff"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n')
}

function chartHeight(bars: Bar[]): number {
  return 20 + bars.length * (barHeight + 6)
}

function chart(title: string, bars: Bar[], top: number): string {
  const most = Math.max(
    ...bars.flatMap(({ value, goal = 0 }) => [value, goal]).filter(Number.isFinite),
  )
  const scale = (width - left - right) / most
  const drawn = bars.map((bar, index) => drawBar(bar, top + 20 + index * (barHeight + 6), scale))
  return [`<text x="10" y="${top}" font-weight="600">${title}</text>`, ...drawn].join('\n')
}

function drawBar({ label, value, text, colour, goal }: Bar, y: number, scale: number): string {
  const length = Number.isFinite(value) ? Math.max(1, value * scale) : 1
  const goalX = left + (goal ?? 0) * scale
  const line = `<line x1="${goalX}" x2="${goalX}" y1="${y - 2}" y2="${y + barHeight + 2}" stroke="#b3261e" stroke-width="2"/>`
  const middleY = y + barHeight - 4
  const textX = Math.max(left + length, goal === undefined ? 0 : goalX) + 6
  return [
    `<text x="${left - 8}" y="${middleY}" text-anchor="end">${label}</text>`,
    `<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="${barHeight}" fill="${colour}"/>`,
    goal === undefined ? '' : line,
    `<text x="${textX.toFixed(1)}" y="${middleY}">${text}</text>`,
  ].join('\n')
}
