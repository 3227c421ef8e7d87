import type { Locale } from '../../domain/locale.ts'

/** What a stretch of a bar stands for; each has a colour of its own. */
export type Tone = 'good' | 'bad' | 'middling' | 'other'

/** A bar of stretches laid end to end. */
export interface Bar {
  label: string
  /** What stands at its end. */
  text: string
  /** Each a share of the whole width, 0..1. */
  stretches: { tone: Tone; share: number }[]
}

/** A count or a duration, written out, with its share of the whole where it has one. */
export interface Figure {
  label: string
  value: string
  share?: string | undefined
}

/** A sentence, under a name where it has one. */
export interface Line {
  name?: string | undefined
  text: string
}

/** Something told about one case or gap, with words of others below it. */
export interface Card {
  title: string
  lines: Line[]
  quotes: string[]
}

/** A piece of a report. Texts are plain: whoever writes the page escapes them. */
export type Part =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  /** From when to when, and what it rests on. */
  | { kind: 'basis'; text: string }
  | { kind: 'figures'; figures: Figure[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'bars'; title: string; legend: { tone: Tone; name: string }[]; bars: Bar[] }
  | { kind: 'cards'; cards: Card[] }
  /** Many short items. */
  | { kind: 'list'; items: string[] }

/** A report before it is Markdown or HTML. */
export interface Page {
  locale: Locale
  title: string
  subtitle: string
  parts: Part[]
}
