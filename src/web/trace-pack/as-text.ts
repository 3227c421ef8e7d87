import type { TracePack } from '../../../dialogs/trace-pack/compose-trace-pack.ts'
import type { Locale } from '../../domain/locale.ts'

/** A pack to paste into a message or a bank's form. */
export function packAsText({ title, made, sections }: TracePack, locale: Locale): string {
  const colon = locale === 'zh-CN' ? '：' : ': '
  const parts = sections.map(({ heading, rows, lines }) =>
    [`## ${heading}`, ...rows.map(({ label, value }) => `${label}${colon}${value}`), ...lines].join(
      '\n',
    ),
  )
  return `${[`# ${title}\n${made}`, ...parts].join('\n\n')}\n`
}
