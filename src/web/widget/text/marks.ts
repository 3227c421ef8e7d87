import type { Words } from '../words/words.ts'

const mark = /\[(card|account|id hidden|hidden)( ••••[0-9a-z]{0,4})?\]/giu

/** What was hidden in a customer's message, in the language of the page. */
export function withMarks(text: string, { marks }: Pick<Words, 'marks'>): string {
  return text.replace(
    mark,
    (_all, kind: keyof Words['marks'], tail = '') => `[${marks[kind]}${tail}]`,
  )
}
