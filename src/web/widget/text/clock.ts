import type { PageLocale } from '../words/words.ts'

/** `14:05` in the browser's zone. */
export function clockText(iso: string, locale: PageLocale): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(date)
}
