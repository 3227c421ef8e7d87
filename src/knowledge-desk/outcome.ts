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
