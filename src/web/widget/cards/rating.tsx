/** @jsxImportSource preact */
import { lines } from '../parts/icons.tsx'
import type { Words } from '../words/words.ts'

interface RatingGiven {
  words: Words
  rate(score: number, comment: string): void
}

const head = 'M12 2a10 10 0 1 1 0 20a10 10 0 0 1 0-20M8.8 9.5v.5M15.2 9.5v.5'

/** The mouths of five faces, from very bad to very good. Drawn: not every system has them as letters. */
const mouths = [
  'M8 17.5q4-5 8 0',
  'M8.5 16.8q3.5-2.6 7 0',
  'M8.5 16h7',
  'M8.5 15q3.5 2.8 7 0',
  'M7.5 14q4.5 6.5 9 0z',
]

/** Under the question how it was: five faces with their names, and room for a word. */
export function Rating({ words: { rating }, rate }: RatingGiven) {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    rate(Number(form.get('score')), String(form.get('comment') ?? '').trim())
  }
  return (
    <form id="rating" class="card rating" onSubmit={send}>
      <fieldset>
        <legend class="unseen">{rating.title}</legend>
        <div class="faces">
          {rating.scores.map((name, index) => (
            <label>
              <input type="radio" name="score" value={index + 1} required />
              <span class="face">{lines(`${head}${mouths[index]}`, 1.6)}</span>
              <span class="name">{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <textarea
        name="comment"
        rows={2}
        maxLength={500}
        aria-label={rating.comment}
        placeholder={rating.comment}
      />
      <button class="main-button" type="submit">
        {rating.send}
      </button>
    </form>
  )
}
