import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'

/** Where a run was made: figures mean nothing without it. */
export interface Machine {
  cores: number
  model: string
  memoryGb: number
  node: string
  at: string
  /** Processes that wanted a core, before and after: other work on the machine shows here. */
  loadBefore: number
  loadAfter: number
}

/** Looks at the machine now; the function it answers looks again at the end. */
export function machine(): () => Machine {
  const loadBefore = loadavg()[0] ?? 0
  const [first] = cpus()
  return () => ({
    cores: cpus().length,
    model: first?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    at: new Date().toISOString(),
    loadBefore,
    loadAfter: loadavg()[0] ?? 0,
  })
}

export function machineLine({ machine, seconds }: { machine: Machine; seconds: number }): string {
  const { cores, model, memoryGb, node, at, loadBefore, loadAfter } = machine
  const load = `${loadBefore.toFixed(1)} before and ${loadAfter.toFixed(1)} after`
  return `${at}, ${cores} cores (${model}), ${memoryGb} GB, Node ${node}; load average ${load}; ${Math.round(seconds)} s in all.`
}

/** A table of Markdown. */
export function table(head: string[], rows: (string | number)[][]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Keeps a run under `bench/results/`, and shows its report. */
export function writeResults(
  name: string,
  { results, plot, report }: { results: object; plot?: string | undefined; report: string },
): void {
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(results, null, 2)}\n`)
  if (plot !== undefined) writeFileSync(join(folder, `${name}.svg`), plot)
  writeFileSync(join(folder, `${name}.md`), report)
  say(`\n${report}`)
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

export function whole(value: number): string {
  return Number.isNaN(value) ? '–' : String(Math.round(value))
}

export function ms(value: number): string {
  if (Number.isNaN(value)) return '–'
  return value < 10 ? value.toFixed(1) : String(Math.round(value))
}
