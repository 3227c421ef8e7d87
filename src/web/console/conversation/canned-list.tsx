import type { Locale } from '../../../domain/locale.ts'
import { query } from '../api/calls.ts'
import type { CannedAnswer } from '../api/shapes.ts'
import { useKnown } from '../data/desk.tsx'
import { useTongue } from '../tongue.tsx'

const mostShown = 8

/** The canned answers that fit what is typed after the slash. */
export function useCanned(isWanted: boolean, locale: Locale, typed: string): CannedAnswer[] {
  const { value } = useKnown<{ cannedAnswers: CannedAnswer[] }>(
    isWanted ? `/canned-answers${query({ locale })}` : undefined,
  )
  return matching(value?.cannedAnswers ?? [], typed)
}

/** By shortcut, then by title, then by their words. */
export function matching(answers: readonly CannedAnswer[], typed: string): CannedAnswer[] {
  const wanted = typed.toLowerCase()
  return answers
    .filter(({ disabled }) => !disabled)
    .map((answer) => ({ answer, rank: rankOf(answer, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, mostShown)
    .map(({ answer }) => answer)
}

function rankOf({ shortcut, title, text }: CannedAnswer, wanted: string): number {
  const found = [
    shortcut.replace(/^\//, '').toLowerCase().startsWith(wanted),
    title.toLowerCase().includes(wanted),
    text.toLowerCase().includes(wanted),
  ].indexOf(true)
  return found < 0 ? 3 : found
}

interface CannedListProps {
  id: string
  offered: readonly CannedAnswer[]
  current: CannedAnswer | undefined
  onUse(answer: CannedAnswer): void
}

/** The list over the field; the field keeps the focus. */
export function CannedList({ id, offered, current, onUse }: CannedListProps) {
  const { words } = useTongue()
  if (offered.length === 0) {
    return (
      <p className="canned-list empty" role="status">
        {words.composer.noCanned}
      </p>
    )
  }
  return (
    <div
      className="canned-list"
      role="listbox"
      id={id}
      tabIndex={0}
      aria-label={words.composer.canned}
    >
      {offered.map((answer) => (
        // The keys are the field's, which keeps the focus.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
        // biome-ignore lint/a11y/useFocusableInteractive: see above.
        <div
          key={answer.id}
          id={`${id}-${answer.id}`}
          role="option"
          aria-selected={answer === current}
          lang={answer.locale}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onUse(answer)}
        >
          <b>
            /{answer.shortcut.replace(/^\//, '')} · {answer.title}
          </b>
          <span>{answer.text}</span>
        </div>
      ))}
    </div>
  )
}
