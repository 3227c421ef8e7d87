/** @jsxImportSource preact */
import type { Choice } from '../talk/activity.ts'
import type { Words } from '../words/words.ts'

interface ChoicesGiven {
  choices: readonly Choice[]
  words: Words
  /** `byKeyboard`: the keyboard goes on from the field. A thumb wants no keyboard. */
  choose(value: string, byKeyboard: boolean): void
}

/** Suggested answers, below the words they answer: they never cover them. */
export function Choices({ choices, words, choose }: ChoicesGiven) {
  if (choices.length === 0) return null
  return (
    <section id="chips" class="chips" aria-label={words.choices}>
      {choices.map(({ title, value }) => (
        <button class="chip" type="button" onClick={({ detail }) => choose(value, detail === 0)}>
          {title}
        </button>
      ))}
    </section>
  )
}
