import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Identity } from '../../src/ports/store.ts'

/*
 * A conversation as a text file:
 *
 *   # Title, the name of the test
 *   world: type-two                      the world file beside the transcripts; "demo" is built in
 *   clock: 2026-11-23T10:00:00+08:00
 *   as: merchant M1004                   or: anonymous | cardholder
 *   locale: zh-CN
 *   hours: Mo-Fr 09:00-18:00             when people are at the desk; without it: always
 *   agents: 小李, 小王                    accounts, at the desk when the talk begins; their id is the name
 *
 *   > what the customer says
 *   < check                              holds for the bubbles of the bot's next turn
 *   >event handoff.close                 an event from inside; may end in a JSON value
 *   @ 2026-11-24T18:05:00+08:00          time passes until then: timers go off, each at its moment;
 *                                        checks below hold for what the assistant says by itself
 *
 * A line that starts with "#" after the header is a remark. The checks are in transcript-checks.ts.
 */

export interface Transcript {
  /** Folder and name: `zh-cn/type-two.txt`. */
  file: string
  title: string
  /** `demo`, or the name of a world file without its ending. */
  world: string
  clock: string
  identity: Partial<Identity>
  hours?: string | undefined
  agents: string[]
  steps: Step[]
}

export interface Step {
  line: number
  said: { text: string } | { event: string; value: { [key: string]: string } } | { until: string }
  checks: Check[]
}

export interface Check {
  line: number
  /** The line as it is written, without its arrow. */
  text: string
}

type Headers = Record<'world' | 'clock' | 'as' | 'locale' | 'hours' | 'agents', string>

const headerNames = ['world', 'clock', 'as', 'locale', 'hours', 'agents']

/** Every transcript of the folder's language folders, in the order of their names. */
export function readTranscripts(folder: string): Transcript[] {
  const languages = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'worlds')
    .map(({ name }) => name)
  return languages.flatMap((language) =>
    readdirSync(join(folder, language))
      .filter((name) => name.endsWith('.txt'))
      .toSorted()
      .map((name) => {
        const text = readFileSync(join(folder, language, name), 'utf8')
        return parseTranscript(`${language}/${name}`, text)
      }),
  )
}

/** Reads one transcript. Throws with file and line where it does not follow the format. */
export function parseTranscript(file: string, text: string): Transcript {
  const lines = text.split('\n').map((line) => line.trim())
  const start = lines.findIndex((line) => line.startsWith('>'))
  const header = start < 0 ? lines : lines.slice(0, start)
  const { title, headers } = readHeader(file, header)
  return {
    file,
    title,
    world: headers.world,
    clock: headers.clock,
    identity: identityOf(file, headers),
    hours: headers.hours || undefined,
    agents: headers.agents.split(/,\s*/u).filter(Boolean),
    steps: readSteps(file, lines, Math.max(start, 0)),
  }
}

function readHeader(file: string, lines: string[]) {
  const title = lines
    .find((line) => line.startsWith('#'))
    ?.slice(1)
    .trim()
  if (!title) throw new Error(`${file}: no title; the first line is "# title"`)
  const headers: Headers = {
    world: 'demo',
    clock: '',
    as: 'anonymous',
    locale: 'zh-CN',
    hours: '',
    agents: '',
  }
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue
    const [, name = '', value = ''] = /^(\w+):\s*(.+)$/.exec(line) ?? []
    if (!headerNames.includes(name)) throw new Error(`${file}:${index + 1}: no such header`)
    headers[name as keyof Headers] = value.trim()
  }
  if (!headers.clock) throw new Error(`${file}: no clock`)
  return { title, headers }
}

function identityOf(file: string, { as, locale }: Headers): Partial<Identity> {
  const [role, merchantId] = as.split(/\s+/)
  if (role === 'anonymous') return { locale }
  if (role === 'cardholder') return { locale, trusted: true, role }
  if (role === 'merchant' && merchantId) return { locale, trusted: true, role, merchantId }
  throw new Error(`${file}: as: is "merchant ID", "cardholder" or "anonymous"`)
}

function readSteps(file: string, lines: string[], start: number): Step[] {
  const steps: Step[] = []
  for (const [index, line] of lines.entries()) {
    if (index < start || line === '' || line.startsWith('#')) continue
    const at = index + 1
    const last = steps.at(-1)
    if (line.startsWith('>')) steps.push({ line: at, said: readSaid(line), checks: [] })
    else if (line.startsWith('@'))
      steps.push({ line: at, said: readTime(file, at, line), checks: [] })
    else if (line.startsWith('<') && last)
      last.checks.push({ line: at, text: line.slice(1).trim() })
    else throw new Error(`${file}:${at}: neither ">" nor "<" nor "@"`)
  }
  return steps
}

function readTime(file: string, at: number, line: string): Step['said'] {
  const until = line.slice(1).trim()
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?[+-]\d\d:\d\d$/.test(until)) {
    throw new Error(`${file}:${at}: not an instant with offset`)
  }
  return { until }
}

function readSaid(line: string): Step['said'] {
  const [, event, json] = /^>\s?event\s+([\w.]+)\s*(\{.*\})?$/.exec(line) ?? []
  if (event) return { event, value: json ? JSON.parse(json) : {} }
  return { text: line.slice(1).replace(/^ /, '') }
}
