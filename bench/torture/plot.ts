import type { Record } from './report.ts'

const width = 760
const left = 60
const right = 20
const chartHeight = 150

interface Point {
  round: number
  value: number
}

/** Two charts over the rounds: how long a kill was felt, and how many messages were taken. */
export function plot({ rounds, store }: Record): string {
  const recoveries = rounds.flatMap(({ round, recoveriesMs }) =>
    recoveriesMs.map((ms) => ({ round, value: ms / 1000 })),
  )
  const messages = rounds.map(({ round, acknowledged }) => ({ round, value: acknowledged }))
  const height = 2 * (chartHeight + 60)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Recovery and messages of each round on ${store}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    chart(
      'Seconds from a kill until all that was acknowledged before it was answered',
      recoveries,
      24,
    ),
    chart('Messages acknowledged in each round', messages, chartHeight + 84),
    '</svg>\n',
  ].join('\n')
}

function chart(title: string, points: readonly Point[], top: number): string {
  const most = Math.max(1, ...points.map(({ value }) => value))
  const last = Math.max(1, ...points.map(({ round }) => round))
  const bottom = top + 10 + chartHeight
  const x = (round: number) => left + (round / last) * (width - left - right)
  const y = (value: number) => bottom - (value / most) * chartHeight
  const dots = points.map(
    ({ round, value }) =>
      `<circle cx="${x(round).toFixed(1)}" cy="${y(value).toFixed(1)}" r="2" fill="#0f6b5c" fill-opacity="0.6"/>`,
  )
  return [
    `<text x="10" y="${top}" font-weight="600">${title}</text>`,
    `<path d="M${left} ${top + 10}V${bottom}H${width - right}" fill="none" stroke="#8a8f98"/>`,
    `<text x="${left - 8}" y="${y(most) + 4}" text-anchor="end">${label(most)}</text>`,
    `<text x="${left - 8}" y="${bottom + 4}" text-anchor="end">0</text>`,
    `<text x="${width - right}" y="${bottom + 16}" text-anchor="end">round ${last}</text>`,
    ...dots,
  ].join('\n')
}

function label(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value))
}
