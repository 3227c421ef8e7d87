import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../support/real-server.ts'

const filler = {
  en: `${'The bank pays as the contract says. '.repeat(15)}\n`,
  'zh-cn': `${'钱到账的时间以合同为准，请先看合同。'.repeat(10)}\n`,
}
let made = 100
/** A word of its own for each question: none stands in two articles by chance. */
function nextWord(): string {
  made += 1
  return String(made).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))
}

type Language = keyof typeof filler

/** A faultless article, with rows of its header replaced or added, and a text of its own. */
export function article(
  language: Language,
  { rows = {}, body = '' }: { rows?: Record<string, string | string[]>; body?: string } = {},
): string {
  const header = {
    title: language === 'en' ? 'A title' : '一个标题在此',
    summary: language === 'en' ? 'An answer in a sentence.' : '一句话就能说清楚的答案。',
    audience: 'both',
    region: 'any',
    questions: [nextWord(), nextWord(), nextWord()],
    owner: 'support lead',
    sources: ['contract'],
    validFrom: '2026-11-01',
    reviewedAt: '2026-11-20',
    reviewBy: '2027-05-20',
    ...rows,
  }
  const written = Object.entries(header).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${key}: ${value}`]
      : [`${key}:`, ...value.map((item) => `  - ${item}`)],
  )
  return ['---', ...written, '---', '', `${body}\n\n${filler[language]}`].join('\n')
}

/** A folder of knowledge with these files, gone when the test ends. */
export async function knowledgeOf(files: Record<string, string>): Promise<string> {
  const { path, remove } = temporaryFolder()
  onTestFinished(remove)
  const knowledge = join(path, 'knowledge')
  for (const folder of ['en', 'zh-cn']) await mkdir(join(knowledge, folder), { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(knowledge, name)), { recursive: true })
    await writeFile(join(knowledge, name), text)
  }
  return knowledge
}

/** The same article in both languages. */
export function pair(id: string, rows: Record<string, string | string[]> = {}) {
  return {
    [`en/${id}.md`]: article('en', { rows }),
    [`zh-cn/${id}.md`]: article('zh-cn', { rows }),
  }
}
