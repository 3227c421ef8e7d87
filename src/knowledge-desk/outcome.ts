/** What a command comes to: done, or refused with a sentence; `lines` say more of either. */
export interface Outcome {
  done: boolean
  sentence: string
  lines: string[]
}

/** Nothing was changed. */
export function refusal(sentence: string, lines: string[] = []): Outcome {
  return { done: false, sentence, lines }
}

/** `1 draft`, `2 drafts`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
