import { type Bar, drawCharts } from './bar-chart.ts'
import { type Load, loads, type Results } from './bench.ts'
import { type Name, names, type Peer, peers } from './contestants.ts'
import { goals, middle, ratioTo } from './figures.ts'

const shortNames: Record<Name, string> = {
  daozhang: 'Daozhang',
  postgres1: 'Postgres, 1 process',
  postgres2: 'Postgres, 2 processes',
  postgres4: 'Postgres, 4 processes',
  agentsCallback: 'Agents SDK, call-back',
  agentsInline: 'Agents SDK, inline',
  callback: 'echo, call-back',
  inline: 'echo, inline',
  bare: 'echo, bare adapter',
}
const colours: Record<Name, string> = {
  daozhang: '#0f6b5c',
  postgres1: '#2f8573',
  postgres2: '#2f8573',
  postgres4: '#2f8573',
  agentsCallback: '#8a8f98',
  agentsInline: '#a9aeb6',
  callback: '#8a8f98',
  inline: '#a9aeb6',
  bare: '#c9cdd3',
}

/** Two bar charts, one above the other: how we compare, and how long a turn takes. */
export function plot(results: Results): string {
  const ratioBars = peers.flatMap((peer) => loads.map((load) => ratioBar(results, peer, load)))
  const taking = names.filter((name) => results.windows.some((each) => each.name === name))
  const latencyBars = loads.flatMap((load) => taking.map((name) => latencyBar(results, name, load)))
  return drawCharts('Bar charts of the bench results', [
    { title: 'Turns per CPU second, ours ÷ theirs (line: goal)', bars: ratioBars },
    { title: 'p99 of a turn, closed loop, ms (logarithmic)', bars: latencyBars },
  ])
}

function ratioBar(results: Results, peer: Peer, load: Load): Bar {
  const value = ratioTo(results, peer, load)
  const goal = goalOf(peer)
  return {
    label: `${shortNames[peer]}, ${load} at once`,
    value,
    text: `${value.toFixed(2)} ×`,
    colour: colours.daozhang,
    ...(goal !== undefined && { goal }),
  }
}

function goalOf(peer: Peer): number | undefined {
  const known: Partial<Record<Peer, number>> = goals.ratio
  return known[peer]
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
