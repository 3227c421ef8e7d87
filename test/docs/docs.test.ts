import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { envExample, settingsTable, windowsTable, withPart } from '../../docs/generated-parts.ts'
import { playSample, samples } from '../../docs/sample-conversations.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { messagesRoute } from '../../src/channels/bot-framework/messages-route.ts'
import { directLineRoutes } from '../../src/channels/direct-line/routes.ts'
import { settings } from '../../src/config.ts'
import { parseWorld, worldSchema } from '../../src/connectors/world/world.ts'
import { publishedSlots } from '../../src/domain/diagnosis/story.ts'
import { redactionKinds } from '../../src/domain/redaction/redaction-kind.ts'
import { createMetrics } from '../../src/observability/metrics.ts'
import { apiRoutes } from '../../src/web/api/routes.ts'
import { supportEntities } from '../../src/web/api/schemas.ts'
import { healthRoutes } from '../../src/web/health.ts'
import { pageRoutes } from '../../src/web/page-files.ts'
import { planRoutes } from '../../src/web/plan-page.ts'
import { startEngine } from '../support/talk.ts'
import { deadLinks, missingPaths, page, pages, read, scriptsNamed, section } from './documents.ts'

const readme = page('README.md')
const api = page('docs/api.md')
const worldFile = page('docs/world-file.md')

describe('every page', () => {
  it.each(pages)('$file links only to what exists', (each) => {
    expect(deadLinks(each)).toEqual([])
  })

  it.each(pages)('$file names only files that exist', (each) => {
    expect(missingPaths(each)).toEqual([])
  })

  it.each(pages)('$file names only npm scripts that exist', (each) => {
    const scripts = Object.keys(packageJson.scripts)
    expect(scriptsNamed(each).filter((name) => !scripts.includes(name))).toEqual([])
  })

  it('is found by the tests: links, paths and scripts are really looked at', () => {
    const broken = '[a](nowhere.md) `src/nowhere.ts` npm run nothing'
    const bad = { file: 'README.md', text: broken }
    expect([deadLinks(bad), missingPaths(bad), scriptsNamed(bad)]).toEqual([
      ['nowhere.md'],
      ['src/nowhere.ts'],
      ['nothing'],
    ])
  })
})

const rewrite = 'out of date: run `node docs/write-settings.ts`'

describe('what the docs take from the code', () => {
  it('the README lists every setting with default and meaning', () => {
    expect(withPart(readme.text, 'settings', settingsTable()), rewrite).toBe(readme.text)
  })

  it('the table of settings has a row for each of them', () => {
    for (const name of Object.keys(settings.shape))
      expect(settingsTable()).toContain(`| \`${name}\``)
  })

  it('.env.example lists exactly the settings', () => {
    expect(read('.env.example'), rewrite).toBe(envExample())
    const names = [...envExample().matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(names).toEqual(Object.keys(settings.shape))
  })

  it('.env.example is a set of settings the start accepts', () => {
    const lines = read('.env.example').split('\n')
    const given = lines.flatMap((line) => {
      const [, name = '', value = ''] = /^([A-Z_]+)=(.+)$/.exec(line) ?? []
      return name ? [[name, value] as const] : []
    })
    expect(settings.parse(Object.fromEntries(given))).toEqual(settings.parse({}))
  })

  it('the world file page lists the settlement windows', () => {
    expect(withPart(worldFile.text, 'windows', windowsTable()), rewrite).toBe(worldFile.text)
  })

  it.each(samples)('the README shows $part as the assistant really answers', async (sample) => {
    const played = withPart(readme.text, sample.part, await playSample(sample))
    expect(played, 'out of date: run `node docs/write-samples.ts`').toBe(readme.text)
  })
})

describe('the API page', () => {
  const nothing = {} as never
  const metrics = createMetrics({ processMetrics: false })
  const routes = [
    ...healthRoutes({ readiness: () => ({ ready: true }), metrics }),
    ...pageRoutes(),
    ...planRoutes(nothing),
    ...directLineRoutes(nothing),
    messagesRoute(nothing),
    ...apiRoutes(nothing),
  ]

  it.each(routes)('names $method $path', ({ method, path }) => {
    expect(api.text).toContain(`\`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}\``)
  })

  it('names no route that is not served', () => {
    const served = routes.map(
      ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
    )
    const stream = 'GET /v3/directline/conversations/{conversationId}/stream'
    const rows = [...api.text.matchAll(/^\| `((?:GET|POST) [^`]+)`/gm)].map(([, route]) => route)
    expect(rows.filter((route) => ![...served, stream].includes(route ?? ''))).toEqual([])
    expect(rows).toContain(stream)
  })

  it.each(Object.entries(supportEntities))('describes %s with its fields', (type, schema) => {
    const described = section(api, `### \`${type}\``)
    for (const field of Object.keys(schema.shape)) {
      if (field !== 'type') expect(described).toContain(`\`${field}\``)
    }
  })

  it('names every slot a question can have', () => {
    const described = section(api, '### `support/question`')
    for (const slot of publishedSlots) expect(described).toContain(`\`${slot}\``)
  })

  it('names every kind of thing that is hidden', () => {
    const described = section(api, '### `support/redaction`')
    for (const kind of redactionKinds) expect(described).toContain(`\`${kind}\``)
  })
})

/** Every key and every fixed value of a JSON schema. */
function words(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if (Array.isArray(schema)) return schema.flatMap(words)
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'default' || key === 'required') return []
    if (key === 'enum' && Array.isArray(value)) return value.map(String)
    if (key === 'properties') return [...Object.keys(value), ...Object.values(value).flatMap(words)]
    return words(value)
  })
}

describe('the world file page', () => {
  const schema = z.toJSONSchema(worldSchema, { io: 'output', unrepresentable: 'any' })
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(worldFile.text) ?? []

  it('names every field and every fixed value', () => {
    const named = (word: string) => new RegExp(`[\`"\\[{ ]${word}[\`":,\\]} ]`).test(worldFile.text)
    expect(words(schema)).toContain('publicReason')
    expect(words(schema).filter((word) => !named(word))).toEqual([])
  })

  it('shows an example without a warning', () => {
    expect(parseWorld(JSON.parse(example)).warnings).toEqual([])
  })

  it('says truly what the example is answered with', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'daozhang-docs-'))
    const file = join(folder, 'world.json')
    writeFileSync(file, example)
    const [, clock = ''] = /CLOCK_START=(\S+)/.exec(worldFile.text) ?? []
    const [, said = ''] = /"(昨天[^"]+)"/.exec(worldFile.text) ?? []
    const engine = await startEngine({ SANDBOX_WORLD: file, CLOCK_START: clock })
    try {
      const talk = await engine.talk({ trusted: true, role: 'merchant', merchantId: 'M1' })
      const entities = (await talk.say(said)).flatMap((bubble) => bubble.entities)
      expect(entities).toContainEqual(
        expect.objectContaining({
          type: 'support/verdict',
          transactionId: 'T1',
          stage: 'SETTLING_ON_TIME',
          expectedBy: '2026-11-23T18:00:00+08:00',
        }),
      )
    } finally {
      await engine.stop()
      rmSync(folder, { recursive: true })
    }
  })
})
