import { z } from 'zod'
import { settings } from '../src/config.ts'
import { settlementWindows } from '../src/domain/settlement/settlement-windows.ts'

const setting = z.object({
  default: z.union([z.string(), z.number()]).optional(),
  description: z.string(),
})

interface Setting {
  name: string
  fallback: string
  description: string
}

/** Every setting of `src/config.ts`, in its order. */
function settingList(): Setting[] {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, property]) => {
    const { default: fallback = '', description } = setting.parse(property)
    return { name, fallback: String(fallback), description }
  })
}

/** The settings as a Markdown table. */
export function settingsTable(): string {
  const rows = settingList().map(({ name, fallback, description }) => {
    const shown = fallback === '' ? 'empty' : `\`${fallback}\``
    return `| \`${name}\` | ${shown} | ${description} |`
  })
  return ['| name | default | meaning |', '|---|---|---|', ...rows].join('\n')
}

/** The settings as a file of environment variables, each with its default. */
export function envExample(): string {
  const head =
    '# Every setting with its default. Copy to .env and start with:\n# node_modules/.bin/node --env-file=.env src/main.ts\n'
  const entries = settingList().map(
    ({ name, fallback, description }) => `# ${description}\n${name}=${fallback}\n`,
  )
  return [head, ...entries].join('\n')
}

/** The settlement windows a merchant of a world file may have. */
export function windowsTable(): string {
  const rows = settlementWindows
    .filter(({ audience, kind }) => audience === 'merchant' && kind === 'payout')
    .map(({ id, name, cutoff, timeZone }) => {
      return `| \`${id}\` | ${name.en} | ${cutoff ?? 'none'} | ${timeZone} |`
    })
  return ['| `windowId` | paid out | cut-off | zone |', '|---|---|---|---|', ...rows].join('\n')
}

/** The text with everything between the markers of `part` replaced. Throws without markers. */
export function withPart(text: string, part: string, content: string): string {
  const marked = new RegExp(`(<!-- ${part} -->\n)[\\s\\S]*?(<!-- /${part} -->)`)
  if (!marked.test(text)) throw new Error(`no <!-- ${part} --> … <!-- /${part} --> in the text`)
  return text.replace(marked, (_all, before, after) => `${before}${content}\n${after}`)
}
