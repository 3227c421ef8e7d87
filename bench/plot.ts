import { type Load, loads, type Results } from './bench.ts'
import { type Name, names, type Peer, peers } from './contestants.ts'
import { goals, middle, ratioTo } from './figures.ts'

const shortNames: Record<Name, string> = {
  daozhang: 'Daozhang',
  callback: 'echo, call-back',
  inline: 'echo, inline',
  bare: 'echo, bare adapter',
}
const colours: Record<Name, string> = {
  daozhang: '#0f6b5c',
  callback: '#8a8f98',
  inline: '#a9aeb6',
  bare: '#c9cdd3',
}

const width = 760
const left = 190
const right = 90
const barHeight = 16

interface Bar {
  label: string
  value: number
  text: string
  colour: string
  /** A line the bar should reach, on the same scale. */
  goal?: number
}

/** Two bar charts, one above the other: how we compare, and how long a turn takes. */
export function plot(results: Results): string {
  const ratioBars = peers.flatMap((peer) => loads.map((load) => ratioBar(results, peer, load)))
  const latencyBars = loads.flatMap((load) => names.map((name) => latencyBar(results, name, load)))
  const first = chart('Turns per CPU second, ours ÷ theirs (line: goal)', ratioBars, 30)
  const secondTop = 30 + chartHeight(ratioBars) + 40
  const second = chart('p99 of a turn, closed loop, ms (logarithmic)', latencyBars, secondTop)
  const height = secondTop + chartHeight(latencyBars) + 20
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Bar charts of the bench results">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    first,
    second,
    '</svg>\n',
  ].join('\n')
}

function ratioBar(results: Results, peer: Peer, load: Load): Bar {
  const value = ratioTo(results, peer, load)
  return {
    label: `${shortNames[peer]}, ${load} at once`,
    value,
    text: `${value.toFixed(2)} ×`,
    colour: colours.daozhang,
    goal: goals.ratio[peer],
  }
}

/** Latencies differ a hundredfold: the length is the logarithm, from 0.1 ms. */
function latencyBar(results: Results, name: Name, load: Load): Bar {
  const { p99 } = middle(results, name, load)
  return {
    label: `${shortNames[name]}, ${load} at once`,
    value: Math.log10(Math.max(p99, 0.1) * 10),
    text: `${p99.toFixed(1)} ms`,
    colour: colours[name],
  }
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
