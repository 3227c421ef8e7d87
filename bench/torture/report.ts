import { median } from '../load.ts'
import type { Finding, Wrong } from './check.ts'
import type { StormResult } from './storm.ts'

/** A run with all that is needed to make it again. */
export interface Record extends StormResult {
  command: string
  store: 'sqlite' | 'postgres'
  processes: number
  customers: number
  machine: string
  at: string
}

/** The run as a page of Markdown. */
export function report(record: Record): string {
  const { store, command, machine, at, findings } = record
  return [
    `# The torture: ${store === 'sqlite' ? 'SQLite' : 'Postgres'}`,
    `${at}, ${machine}. Made by \`${command}\`.`,
    how(record),
    '## What was wrong',
    table(
      ['promise', 'broken'],
      promises.map((row) => promiseRow(row, findings)),
    ),
    ...(findings.length > 0 ? [findingList(findings)] : []),
    '## What was done to it',
    table(['what', 'how often'], deeds(record)),
    '## How long it took',
    table(['what', 'value'], times(record)),
    `![recovery and messages, round by round](torture-${store}.svg)`,
    '',
  ].join('\n\n')
}

function how({ processes, customers, store, counts }: Record): string {
  const where =
    store === 'sqlite'
      ? 'one process on the embedded store'
      : `${processes} processes on Postgres, each behind a wire of ours`
  const bus = counts.withRedis ? ', and a Redis of its own' : ''
  return `${customers} customers write at once over Direct Line, half with a web socket, half polling, to ${where}${bus}. Each message is numbered and repeated until it is acknowledged; half are sent two to five times on purpose, at once or late, to any process. Every round kills a process with -9 at an instant the seed decides, every fourth one while it starts. The faults rest every 10 rounds; everything is then read over the public interfaces and compared with what the customers were told and with a calm run.`
}

interface Promised {
  promise: string
  kinds: readonly Wrong[]
}

const promises: readonly Promised[] = [
  { promise: 'acknowledged messages or answers lost', kinds: ['lost'] },
  { promise: 'messages or answers doubled', kinds: ['doubled'] },
  { promise: 'out of order', kinds: ['out of order'] },
  { promise: 'answered otherwise than in a calm run', kinds: ['answered otherwise'] },
  { promise: 'left waiting or given up', kinds: ['not worked', 'parked'] },
  { promise: 'kept, but not shown to the customer', kinds: ['not shown'] },
  { promise: 'tickets lost', kinds: ['ticket lost', 'ticket contact lost'] },
  { promise: 'tickets doubled', kinds: ['ticket doubled'] },
  { promise: 'calls for a person lost or doubled', kinds: ['handoff'] },
  { promise: 'card numbers kept', kinds: ['card number'] },
  { promise: 'processes that died of themselves', kinds: ['process'] },
]

function promiseRow(
  { promise, kinds }: Promised,
  findings: readonly Finding[],
): (string | number)[] {
  return [promise, findings.filter(({ wrong }) => kinds.includes(wrong)).length]
}

const mostListed = 30

function findingList(findings: readonly Finding[]): string {
  return findings
    .slice(0, mostListed)
    .map(({ wrong, where, what }) => `- **${wrong}** ${where}: ${what}`)
    .join('\n')
}

function deeds({ counts, rounds }: Record): (string | number)[][] {
  const acknowledgements = counts.acknowledged
  return [
    ['rounds', rounds.length],
    ['kill -9', counts.kills],
    ['SIGTERM', counts.terminations],
    ['SIGSTOP, then SIGCONT', counts.pauses],
    ['database cut, slowed, refused, stalled, silenced', counts.databaseFaults],
    ['starts refused without the database', counts.refusedStarts],
    ['Redis stopped and started', counts.redisStops],
    ['conversations', counts.conversations],
    ['messages acknowledged', acknowledgements],
    ['repeats sent on purpose', counts.copies],
    ['tickets', counts.tickets],
  ]
}

function times({ counts, rounds }: Record): (string | number)[][] {
  const recoveries = rounds.flatMap(({ recoveriesMs }) => recoveriesMs)
  return [
    ['a round, median', seconds(median(rounds.map(({ ms }) => ms)))],
    ['all answered after a kill, median', seconds(median(recoveries))],
    [
      'all answered after a kill, slowest, further kills included',
      seconds(Math.max(0, ...recoveries)),
    ],
    ['an answer, slowest', seconds(counts.slowestAnswerMs)],
    ['a stop by SIGTERM, slowest', seconds(counts.slowestStopMs)],
    ['most memory of a process', `${Math.round(counts.peakMemoryMb)} MB`],
    ['in all', `${Math.round(counts.seconds / 60)} min`],
  ]
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

function table(head: string[], rows: (string | number)[][]): string {
  const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
