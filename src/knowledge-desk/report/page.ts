import type { Locale } from '../../domain/locale.ts'

/** A bar of one or more stretches laid end to end, each a share of the whole width (0..1). */
export interface Bar {
  label: string
  /** What stands at its end. */
  text: string
  shares: number[]
}

/** Something told about one case or gap, with words of others below it. */
export interface Card {
  title: string
  lines: string[]
  quotes: string[]
}

/** A piece of a report. Texts are plain: whoever writes the page escapes them. */
export type Part =
  | { kind: 'heading'; text: string }
  | { kind: 'subheading'; text: string }
  | { kind: 'text'; text: string }
  /** From when to when, and what it rests on. */
  | { kind: 'basis'; text: string }
  | { kind: 'figures'; figures: { label: string; value: string }[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  /** `legend` names the stretches of the bars; empty when there is one. */
  | { kind: 'bars'; title: string; legend: string[]; bars: Bar[] }
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
