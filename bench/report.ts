import { loads, type Results } from './bench.ts'
import { labels, type Name, names, ours } from './contestants.ts'
import { turnsPerConversation } from './drive-daozhang.ts'
import { goals, middle, ratioTo, speedUp } from './figures.ts'
import { median } from './load.ts'
import { machineLine, ms, table, whole } from './machine.ts'

/** The results as a page of Markdown: the machine, the tables, what is met and what is not. */
export function report(results: Results): string {
  return [
    '# Turns under load, against peers',
    `${machineLine(results)} Made by \`npm run bench\`. ${postgresLine(results)}`,
    how,
    '## Goals',
    goalTable(results),
    '## Load',
    loadTable(results),
    pacedLine(results),
    '![ratios and latency](load.svg)',
    '## Many processes',
    processTable(results),
    '## Start and memory',
    startTable(results),
    '## Parts of a turn',
    partTable(results),
    '',
  ].join('\n\n')
}

function postgresLine({ postgres }: Results): string {
  return postgres ? `Postgres ${postgres} on the same machine.` : 'No Postgres was there.'
}

const how = `Each contestant is a process of its own; windows alternate between them, and figures are medians over the rounds. A window is a closed loop: every conversation asks again as soon as it has its answer, so at 100 at once latency is queueing. “Per CPU second” divides by the CPU time the server process used: other work on the machine disturbs it least, so the ratios use it, round by round. Our turn is a signed-in merchant who names amount and last four digits, sent over REST, answered with a verdict over the web socket: understood, looked up in the sandbox, diagnosed, committed to SQLite with a sync to disk, twice. On Postgres the processes share one database on the same cores, and customers are spread over them; the server's own CPU time is not counted. Every ${turnsPerConversation} turns a conversation is given up for a new one, and its tokens, greeting and socket count as load. The peers keep nothing and answer “Echo”.`

function loadTable(results: Results): string {
  const rows = loads.flatMap((load) =>
    takingPart(results).map((name) => {
      const { perSecond, perCpuSecond, p50, p99, failed } = middle(results, name, load)
      const ratio = name === 'daozhang' ? '1' : ratioTo(results, name, load).toFixed(2)
      return [
        load,
        labels[name],
        whole(perSecond),
        whole(perCpuSecond),
        ratio,
        ms(p50),
        ms(p99),
        failed,
      ]
    }),
  )
  const head = [
    'at once',
    'who',
    'turns/s',
    'turns per CPU s',
    'ours ÷ theirs',
    'p50 ms',
    'p99 ms',
    'failed',
  ]
  return table(head, rows)
}

function takingPart({ windows }: Results): Name[] {
  return names.filter((name) => windows.some((each) => each.name === name))
}

/** What more processes on one database are worth, and what Postgres costs against the file. */
function processTable(results: Results): string {
  const rows = ours
    .filter((name) => takingPart(results).includes(name))
    .flatMap((name) =>
      loads.map((load) => {
        const { perSecond, p50, p99 } = middle(results, name, load)
        const toEmbedded = speedUp(results, { of: name, to: 'daozhang', load })
        const toOne = speedUp(results, { of: name, to: 'postgres1', load })
        const ratios = [toEmbedded, toOne].map((ratio) =>
          Number.isNaN(ratio) ? '–' : ratio.toFixed(2),
        )
        return [labels[name], load, whole(perSecond), ...ratios, ms(p50), ms(p99)]
      }),
    )
  const head = ['who', 'at once', 'turns/s', '÷ embedded', '÷ one on Postgres', 'p50 ms', 'p99 ms']
  return table(head, rows)
}

function pacedLine({ paced }: Results): string {
  return `At a human pace – 100 conversations, a message each second in every one – ours answers with p50 ${ms(paced.p50)} ms and p99 ${ms(paced.p99)} ms (${paced.turns} turns, ${paced.failed} failed).`
}

function goalTable(results: Results): string {
  const ratios = withGoal.map((peer) => ratioRow(results, peer))
  const p99 = middle(results, 'daozhang', 100).p99
  const { firstAnswer, atRest } = startFigures(results, 'daozhang')
  return table(
    ['what', 'goal', 'this run', ''],
    [
      ...ratios,
      limitRow('p99 at 100 at once, closed loop, ms', goals.p99Ms, p99),
      limitRow('p99 of 100 at a human pace, ms', goals.p99Ms, results.paced.p99),
      limitRow('start to first answer, ms', goals.firstAnswerMs, firstAnswer),
      limitRow('memory at rest, MB', goals.memoryMb, atRest),
    ],
  )
}

const withGoal = ['callback', 'inline', 'bare'] as const

/** The goal is for a busy server: 100 conversations at once. */
function ratioRow(results: Results, peer: (typeof withGoal)[number]): (string | number)[] {
  const ratio = ratioTo(results, peer, 100)
  const goal = goals.ratio[peer]
  return [
    `turns per CPU second ÷ ${labels[peer]}`,
    `≥ ${goal}`,
    ratio.toFixed(2),
    verdict(ratio >= goal),
  ]
}

function limitRow(what: string, limit: number, value: number): (string | number)[] {
  return [what, `≤ ${limit}`, ms(value), verdict(value <= limit)]
}

function verdict(met: boolean): string {
  return met ? 'met' : '**missed**'
}

function startFigures({ starts }: Results, name: Name) {
  const mine = starts[name] ?? []
  return {
    ready: median(mine.map(({ readyMs }) => readyMs ?? Number.NaN)),
    firstAnswer: median(mine.map(({ answerMs }) => answerMs)),
    atRest: median(mine.map(({ memoryMb }) => memoryMb)),
  }
}

function startTable(results: Results): string {
  const rows = takingPart(results).map((name) => {
    const { ready, firstAnswer, atRest } = startFigures(results, name)
    const after = results.memoryAfterMb[name] ?? Number.NaN
    return [labels[name], whole(ready), whole(firstAnswer), whole(atRest), whole(after)]
  })
  return table(['who', 'ready ms', 'first answer ms', 'MB at rest', 'MB after load'], rows)
}

function partTable({ parts }: Results): string {
  const rows = parts.map(({ name, us, calls }) => [name, whole(us), calls])
  return table(['in this process', 'median µs', 'calls'], rows)
}
