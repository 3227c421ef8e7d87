import { existsSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { causeCodes } from '../../src/domain/diagnosis/causes.ts'
import { stages } from '../../src/domain/stage.ts'
import type { SupportEntity, VerdictEntity } from '../../src/domain/support-entity.ts'
import { seat } from '../support/seat.ts'
import { type Bubble, startEngine, type Talk, type TestEngine } from '../support/talk.ts'
import { type Check, readTranscripts, type Step, type Transcript } from '../support/transcript.ts'
import { faultsOf, holds } from '../support/transcript-checks.ts'

const folder = import.meta.dirname
const transcripts = readTranscripts(folder)

/** One engine for each world and clock, shared by its transcripts; one of its own where time passes. */
const engines = new Map<string, Promise<TestEngine>>()

function engineOf(transcript: Transcript): Promise<TestEngine> {
  const { world, clock, steps, file, hours, agents: staff } = transcript
  const passes = steps.some(({ said }) => 'until' in said)
  const own = passes || hours !== undefined || staff.length > 0 ? file : ''
  const key = `${world} ${clock} ${own}`
  const started = engines.get(key) ?? startWorld(transcript)
  engines.set(key, started)
  return started
}

async function startWorld({ world, clock, hours, agents: staff }: Transcript): Promise<TestEngine> {
  const path = `${folder}/worlds/${world}.json`
  if (world !== 'demo' && !existsSync(path)) throw new Error(`no such world: ${path}`)
  const file = world === 'demo' ? undefined : path
  const settings = { SANDBOX_WORLD: file, CLOCK_START: clock, SUPPORT_HOURS: hours }
  const started = await startEngine(settings)
  for (const name of staff) await seat(started, { name, at: clock })
  return started
}

afterAll(async () => {
  await Promise.all([...engines.values()].map(async (engine) => (await engine).stop()))
})

interface Heard {
  step: Step
  bubbles: Bubble[]
  failed: Check[]
}

/** Plays a transcript up to the first turn that does not hold. */
async function play(transcript: Transcript): Promise<Heard[]> {
  const engine = await engineOf(transcript)
  const talk = await engine.talk(transcript.identity)
  const heard: Heard[] = []
  for (const step of transcript.steps) {
    const { said } = step
    const bubbles = await hear(talk, said)
    const seen = {
      bubbles,
      notes: talk.notes(),
      ticketNos: ticketNosOf(heard),
      before: lastWordsOf(heard),
    }
    const faults = faultsOf(seen).map((text) => ({ line: step.line, text }))
    const failed = [...step.checks.filter((check) => !holds(check.text, seen)), ...faults]
    heard.push({ step, bubbles, failed })
    if (failed.length > 0) break
  }
  return heard
}

function hear(talk: Talk, said: Step['said']): Promise<Bubble[]> {
  if ('text' in said) return talk.say(said.text)
  return 'until' in said ? talk.pass(said.until) : talk.event(said.event, said.value)
}

function written(said: Step['said']): string {
  if ('text' in said) return `> ${said.text}`
  return 'until' in said ? `@ ${said.until}` : `>event ${said.event}`
}

function lastWordsOf(heard: Heard[]): string[] {
  const last = heard.findLast(({ bubbles }) => bubbles.length > 0)
  return last?.bubbles.map(({ text }) => text) ?? []
}

function ticketNosOf(heard: Heard[]): string[] {
  const entities = heard.flatMap(({ bubbles }) => bubbles.flatMap((bubble) => bubble.entities))
  return entities.flatMap((entity) => (entity.type === 'support/ticket' ? [entity.no] : []))
}

/** The conversation so far with what each bubble carries and every check that fails. */
function report({ file }: Transcript, heard: Heard[]): string {
  const lines = heard.flatMap(({ step, bubbles, failed }) => [
    written(step.said),
    ...bubbles.flatMap(describeBubble),
    ...failed.map(({ line, text }) => `✗ ${file}:${line}  < ${text}`),
  ])
  return `\n${lines.join('\n')}\n`
}

function describeBubble({ text, entities, choices }: Bubble): string[] {
  const words = text.split('\n').map((line) => `    ${line}`)
  const offered = choices.length > 0 ? [`    [${choices.join('] [')}]`] : []
  return [...words, ...offered, ...entities.map((each) => `    · ${inShort(each)}`)]
}

/** An entity as JSON, without the long lists of a verdict. */
function inShort(entity: SupportEntity): string {
  const { evidence, ruledOut, candidates, ...rest } = { candidates: [], ...entity } as VerdictEntity
  const rivals = candidates.slice(0, 3).map((each) => `${each.cause} ${each.probability}`)
  return [JSON.stringify(rest), ...rivals].join(' | ')
}

describe.each([...new Set(transcripts.map(({ file }) => file.split('/')[0]))])('%s', (language) => {
  const own = transcripts.filter(({ file }) => file.startsWith(`${language}/`))
  it.each(own)('$title ($file)', async (transcript) => {
    const heard = await play(transcript)
    if (heard.some(({ failed }) => failed.length > 0)) expect.fail(report(transcript, heard))
    expect(heard.flatMap(({ step }) => step.checks)).not.toEqual([])
  })
})

describe('all transcripts', () => {
  const verdicts = transcripts
    .flatMap(({ steps }) => steps.flatMap(({ checks }) => checks.map(({ text }) => text)))
    .filter((text) => text.startsWith('verdict '))
    .flatMap((text) => text.split(/\s+/))

  it.each<string>([...causeCodes, ...stages])('come to %s at least once', (name) => {
    expect(verdicts).toContain(name)
  })
})
