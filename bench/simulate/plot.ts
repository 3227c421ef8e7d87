import type { Group, Simulated } from './report.ts'

const width = 760
const left = 210
const right = 90
const row = 20

/** Bars of success by language, goal and persona, with the 95 % that are demanded. */
export function plot({ byLocale, byGoal, byPersona }: Simulated): string {
  const parts: [string, Group[]][] = [
    ['Success by language', byLocale],
    ['Success by goal', byGoal],
    ['Success by persona', byPersona],
  ]
  let top = 28
  const charts = parts.map(([title, groups]) => {
    const drawn = chart(title, groups, top)
    top += groups.length * row + 56
    return drawn
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Success of simulated customers by language, goal and persona">`,
    `<rect width="${width}" height="${top}" fill="#ffffff"/>`,
    ...charts,
    '</svg>\n',
  ].join('\n')
}

function chart(title: string, groups: readonly Group[], top: number): string {
  const x = (rate: number) => left + rate * (width - left - right)
  const bars = groups.map((each, index) => {
    const y = top + 14 + index * row
    const colour = each.rate >= 0.95 ? '#0f6b5c' : '#b3541e'
    return [
      `<text x="${left - 8}" y="${y + 11}" text-anchor="end">${each.name}</text>`,
      `<rect x="${left}" y="${y}" width="${(x(each.rate) - left).toFixed(1)}" height="14" fill="${colour}"/>`,
      `<text x="${width - right + 8}" y="${y + 11}">${(each.rate * 100).toFixed(1)} % of ${each.runs}</text>`,
    ].join('\n')
  })
  const bottom = top + 12 + groups.length * row
  return [
    `<text x="10" y="${top}" font-weight="600">${title}</text>`,
    ...bars,
    `<path d="M${x(0.95).toFixed(1)} ${top + 10}V${bottom}" stroke="#1d2430" stroke-dasharray="3 3"/>`,
    `<text x="${x(0.95).toFixed(1)}" y="${bottom + 14}" text-anchor="middle">95 %</text>`,
  ].join('\n')
}
