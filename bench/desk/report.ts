import { type Bar, drawCharts } from '../bar-chart.ts'
import { type Machine, machineLine, ms, table } from '../machine.ts'
import {
  agentPaceMs,
  customerPaceMs,
  type DeskFigures,
  deskGoalMs,
  type Times,
} from './measure-desk.ts'

/** A run with where it was made. */
export interface DeskResults extends DeskFigures {
  machine: Machine
  postgres: string
}

const ways = [
  ['toCustomer', 'agent’s message to the customer’s screen'],
  ['toAgent', 'customer’s message to the agent’s screen'],
] as const

/** The page of Markdown. */
export function deskReport(results: DeskResults): string {
  const { customers, agents, processes, postgres, lost, doubled, outOfOrder, lostClaims } = results
  const isMet = results.toCustomer.p99 < deskGoalMs && lost + doubled + outOfOrder === 0
  return [
    '# The desk under load',
    `${machineLine(results)} Made by \`npm run bench\` or \`npm run bench:desk\`. Postgres ${postgres} and a Redis of the run’s own on the same machine.`,
    `${customers} conversations and ${agents} agents at once on ${processes} processes. Every customer tells a worry and asks for a person; the agents take ten each out of one queue, racing for them, and then write a message each ${agentPaceMs / 1000} s while every customer writes one each ${customerPaceMs / 1000} s. Each request may meet any process. Times run from the key press to the other one’s screen: a web socket at the customer’s, the live stream and a look at the conversation at the agent’s.`,
    table(
      ['way', 'messages', 'p50 ms', 'p99 ms', 'longest ms'],
      ways.map(([name, label]) => row(label, results[name])),
    ),
    table(
      ['lost', 'doubled', 'out of order', 'claims lost to a colleague'],
      [[lost, doubled, outOfOrder, lostClaims]],
    ),
    `Goal: nothing lost, and p99 of an agent’s message to the customer’s screen under ${deskGoalMs} ms: ${isMet ? 'met' : '**not met**'}.`,
    '![how long messages take](desk.svg)',
    '',
  ].join('\n\n')
}

function row(label: string, { messages, p50, p99, most }: Times): (string | number)[] {
  return [label, messages, ms(p50), ms(p99), ms(most)]
}

/** Bars of the two ways, with the goal. */
export function deskPlot(results: DeskResults): string {
  const bars = ways.flatMap(([name]) => {
    const { p50, p99 } = results[name]
    const label = name === 'toCustomer' ? 'agent → customer' : 'customer → agent'
    return [bar(`${label}, p50`, p50), bar(`${label}, p99`, p99, name === 'toCustomer')]
  })
  return drawCharts('Bar chart of the desk bench', [
    { title: 'From key press to the other one’s screen, ms (line: goal)', bars },
  ])
}

function bar(label: string, value: number, hasGoal = false): Bar {
  const colour = '#0f6b5c'
  return { label, value, text: `${ms(value)} ms`, colour, ...(hasGoal && { goal: deskGoalMs }) }
}
