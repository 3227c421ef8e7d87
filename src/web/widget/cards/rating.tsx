/** @jsxImportSource preact */
import type { Words } from '../words/words.ts'

interface RatingGiven {
  words: Words
  rate(score: number, comment: string): void
}

const faces = ['😞', '🙁', '😐', '🙂', '😀']

/** How the conversation was: five faces with their names, and room for a word. */
export function Rating({ words: { rating }, rate }: RatingGiven) {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    rate(Number(form.get('score')), String(form.get('comment') ?? '').trim())
  }
  return (
    <form id="rating" class="card rating" onSubmit={send}>
      <fieldset>
        <legend>{rating.title}</legend>
        <div class="faces">
          {rating.scores.map((name, index) => (
            <label>
              <input type="radio" name="score" value={index + 1} required />
              <span class="face" aria-hidden="true">
                {faces[index]}
              </span>
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
