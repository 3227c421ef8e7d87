import type { ScopeShares } from '../../src/learning/scope-threshold.ts'
import type { Bin } from './figures.ts'

const side = 240
const margin = { left: 60, top: 46 }
const colours = ['#0f6b5c', '#b3261e', '#3b5bdb', '#a86b00', '#6b4fa0', '#5f6b76']

export interface Line {
  name: string
  points: { x: number; y: number }[]
}

interface Panel {
  title: string
  across: string
  up: string
  /** Drawn from one corner to the other: what would be perfect. */
  diagonal: boolean
  lines: Line[]
}

/** Whether confidence is what it says: on the diagonal, half of what is half sure is right. */
export function reliabilityPanel(sets: { name: string; bins: Bin[] }[]): Panel {
  return {
    title: 'Calibration',
    across: 'confidence',
    up: 'share that is right',
    diagonal: true,
    lines: sets.map(({ name, bins }) => ({
      name,
      points: bins
        .filter(({ count }) => count >= 10)
        .map(({ confidence, accuracy }) => ({ x: confidence, y: accuracy })),
    })),
  }
}

/** What each threshold costs and brings. */
export function scopePanel(sets: { name: string; curve: ScopeShares[] }[]): Panel {
  return {
    title: 'Out of scope',
    across: 'out-of-scope recall',
    up: 'in-scope accuracy',
    diagonal: false,
    lines: sets.map(({ name, curve }) => ({
      name,
      points: thinned(curve).map((each) => ({ x: each.outOfScopeRecall, y: each.inScopeAccuracy })),
    })),
  }
}

function thinned<T>(list: T[]): T[] {
  const step = Math.max(1, Math.floor(list.length / 200))
  return list.filter((_, i) => i % step === 0 || i === list.length - 1)
}

export interface Confusion {
  truth: string
  said: string
  count: number
}

/** The panels side by side, and below them the labels that are taken for each other most. */
export function drawPlots(
  panels: Panel[],
  confusions: { name: string; worst: Confusion[] }[],
): string {
  const width = Math.max(1, panels.length) * (side + 130) + 20
  const below =
    margin.top + side + 76 + Math.max(0, ...panels.map(({ lines }) => lines.length)) * 16
  const { drawn, height } = drawConfusions(confusions, below, width)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Calibration, out-of-scope trade-off and worst confusions">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...panels.map((panel, i) => drawPanel(panel, margin.left + i * (side + 130))),
    ...drawn,
    '</svg>\n',
  ].join('\n')
}

function drawPanel({ title, across, up, diagonal, lines }: Panel, left: number): string {
  const { top } = margin
  const bottom = top + side
  const ticks = [0, 0.25, 0.5, 0.75, 1]
  const x = (value: number) => (left + value * side).toFixed(1)
  const y = (value: number) => (bottom - value * side).toFixed(1)
  const grid = ticks.map(
    (tick) =>
      `<path d="M${x(tick)} ${bottom}V${top}M${left} ${y(tick)}H${left + side}" stroke="#e3e6ea"/>` +
      `<text x="${x(tick)}" y="${bottom + 16}" text-anchor="middle">${tick * 100}</text>` +
      `<text x="${left - 6}" y="${Number(y(tick)) + 4}" text-anchor="end">${tick * 100}</text>`,
  )
  const drawn = lines.map(({ name, points }, i) => {
    const colour = colours[i % colours.length]
    const path = points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ')
    const legendY = bottom + 56 + i * 16
    return (
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>` +
      `<rect x="${left}" y="${legendY - 9}" width="12" height="10" fill="${colour}"/>` +
      `<text x="${left + 18}" y="${legendY}">${name}</text>`
    )
  })
  const perfect = `<path d="M${left} ${bottom}L${left + side} ${top}" stroke="#8a8f98" stroke-dasharray="4 4"/>`
  return [
    `<text x="${left}" y="${top - 18}" font-weight="600">${title} (%)</text>`,
    ...grid,
    diagonal ? perfect : '',
    ...drawn,
    `<text x="${left + side / 2}" y="${bottom + 34}" text-anchor="middle">${across}</text>`,
    `<text transform="translate(${left - 40} ${top + side / 2}) rotate(-90)" text-anchor="middle">${up}</text>`,
  ].join('\n')
}

function drawConfusions(
  sets: { name: string; worst: Confusion[] }[],
  start: number,
  width: number,
) {
  let top = start
  const drawn = sets.flatMap(({ name, worst }) => {
    const most = Math.max(1, ...worst.map(({ count }) => count))
    const title = `<text x="20" y="${top}" font-weight="600">Taken for another most often: ${name}</text>`
    const bars = worst.map(({ truth, said, count }, i) => {
      const y = top + 10 + i * 20
      const length = (count / most) * (width * 0.3)
      return (
        `<text x="${width * 0.6}" y="${y + 12}" text-anchor="end">${truth} → ${said}</text>` +
        `<rect x="${width * 0.6 + 8}" y="${y}" width="${length.toFixed(1)}" height="14" fill="#0f6b5c"/>` +
        `<text x="${(width * 0.6 + 14 + length).toFixed(1)}" y="${y + 12}">${count}</text>`
      )
    })
    top += 50 + worst.length * 20
    return [title, ...bars]
  })
  return { drawn, height: top }
}
