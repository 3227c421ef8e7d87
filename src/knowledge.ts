import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createClock } from './clock.ts'
import { type Config, loadConfig } from './config.ts'
import { localTime } from './domain/local-time.ts'
import { locales } from './domain/locale.ts'
import { Failure } from './errors.ts'
import { lintKnowledge, reportOf } from './knowledge-desk/checks/lint.ts'
import { type ImportedFile, importFolder } from './knowledge-desk/import-folder.ts'
import { counted, type Outcome } from './knowledge-desk/outcome.ts'
import { publish } from './knowledge-desk/publish.ts'
import { retire } from './knowledge-desk/retire.ts'
import { type CasesDone, reportCases, reportQuestions } from './upkeep.ts'

const usage = `Work on the articles in knowledge/. The first four need neither a store nor the network.

  npm run knowledge:import -- FOLDER --locale en|zh-CN [--topic NAME]
                                        makes drafts of Markdown, HTML, DOCX and PDF files
  npm run knowledge:lint [-- --drafts] [--today YYYY-MM-DD]
                                        checks every article; with --drafts, says what drafts lack
  npm run knowledge:publish -- ID       moves a draft that is ready to where it is served
  npm run knowledge:retire -- ID [--on YYYY-MM-DD]
                                        sets the last day an article is served

These read the store of the service, which may run; nothing in it is changed:

  npm run knowledge:report [-- --month YYYY-MM] [--locale en|zh-CN] [--out FOLDER]
                                        what customers asked, what is missing, which articles are due
  npm run knowledge:cases -- --month YYYY-MM [--locale en|zh-CN] [--out FOLDER] [--drafts]
                                        what the tickets that ended teach; with --drafts, as drafts
                                        of articles, beside those made of agents’ answers

It ends with 0 when all went well, with 1 when something was refused or is wrong.
`

const knowledge = 'knowledge'
const firstTopic = 'imported'

const options = {
  locale: { type: 'string' },
  topic: { type: 'string' },
  today: { type: 'string' },
  on: { type: 'string' },
  drafts: { type: 'boolean' },
  month: { type: 'string' },
  out: { type: 'string' },
} as const

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const reportOptions = { locale: z.enum(locales).optional(), out: z.string().min(1).optional() }

const wish = z.union([
  z.strictObject({
    command: z.literal('import'),
    argument: z.string(),
    locale: z.enum(locales),
    topic: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .optional(),
  }),
  z.strictObject({
    command: z.literal('lint'),
    drafts: z.boolean().optional(),
    today: z.iso.date().optional(),
  }),
  z.strictObject({ command: z.literal('publish'), argument: z.string() }),
  z.strictObject({
    command: z.literal('retire'),
    argument: z.string(),
    on: z.string().optional(),
  }),
  z.strictObject({ command: z.literal('report'), month: month.optional(), ...reportOptions }),
  z.strictObject({
    command: z.literal('cases'),
    month,
    drafts: z.boolean().optional(),
    ...reportOptions,
  }),
])
type Wish = z.infer<typeof wish>

/** What the command line asks for; undefined when it cannot be understood. */
function readCommand(args: string[]): Wish | undefined {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [command, argument, more] = positionals
    if (more !== undefined) return undefined
    const given = argument === undefined ? {} : { argument }
    return wish.safeParse({ command, ...given, ...values }).data
  } catch {
    return undefined
  }
}

/** Does what is asked; true when nothing was refused. */
async function run(asked: Wish, config: Config, today: string): Promise<boolean> {
  switch (asked.command) {
    case 'import': {
      const { argument: folder, locale, topic = firstTopic } = asked
      return tellImport(await importFolder({ folder, knowledge, locale, topic, today }))
    }
    case 'lint': {
      const result = await lintKnowledge(knowledge, asked.today ?? today)
      say(reportOf(result, asked.drafts ?? false))
      const counted = result.findings.filter(({ isDraft }) => asked.drafts || !isDraft)
      return !counted.some(({ level }) => level === 'error')
    }
    case 'publish':
      return tell(await publish(knowledge, asked.argument, today))
    case 'retire':
      return tell(await retire(knowledge, asked.argument, asked.on ?? today))
    case 'report':
      return tellFiles(await reportQuestions({ ...asked, knowledge, today }, config))
    case 'cases':
      return tellCases(await reportCases({ ...asked, knowledge, today }, config))
  }
}

function tellFiles(files: string[]): boolean {
  for (const file of files) say(`Wrote ${file}`)
  return true
}

function tellCases({ files, drafts }: CasesDone): boolean {
  tellFiles(files)
  if (!drafts) return true
  for (const file of drafts.written) say(`  ${file}`)
  say(
    `${counted(drafts.written.length, 'new draft')}, ${drafts.kept} were there already and are left as they are.`,
  )
  return true
}

function tellImport(files: ImportedFile[]): boolean {
  for (const { name, drafts, kept, notes, refused } of files) {
    const news = refused
      ? [refused]
      : [
          ...notes,
          ...(drafts.length > 0 ? [counted(drafts.length, 'new draft')] : []),
          ...(kept > 0 ? [`${kept} were there already and are left as they are`] : []),
        ]
    say(`${name}: ${news.join('; ')}`)
    for (const draft of drafts) say(`  ${draft}`)
  }
  const refused = files.filter((file) => file.refused !== undefined).length
  const drafts = files.reduce((sum, file) => sum + file.drafts.length, 0)
  say(
    `${counted(files.length, 'file')}, ${counted(drafts, 'new draft')}, ${counted(refused, 'file')} refused.`,
  )
  return refused === 0
}

function tell({ done, sentence, lines }: Outcome): boolean {
  say([sentence, ...lines].join('\n  '))
  return done
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function main(): Promise<void> {
  const asked = readCommand(process.argv.slice(2))
  if (!asked) {
    process.stderr.write(usage)
    process.exitCode = 2
    return
  }
  // biome-ignore lint/style/noProcessEnv: an entry reads the environment once.
  const config = loadConfig(process.env)
  const today = localTime(createClock(config.CLOCK_START).now(), config.TIME_ZONE).day
  process.exitCode = (await run(asked, config, today)) ? 0 : 1
}

main().catch((error: unknown) => {
  const known = error instanceof Failure
  process.stderr.write(`${known ? error.message : String(error)}\n`)
  process.exitCode = 1
})
