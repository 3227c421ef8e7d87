import type { Locale } from '../../domain/locale.ts'
import { CallProblem } from './api/calls.ts'
import { stretch } from './time.ts'
import type { ConsoleWords } from './words/en.ts'

/** What went wrong, in a sentence for the agent. */
export function problemText(
  problem: unknown,
  { words, locale }: { words: ConsoleWords; locale: Locale },
): string {
  if (!(problem instanceof CallProblem)) return words.problem(String(problem))
  const known = words.problems[problem.code] ?? words.problem(problem.message)
  const wait = problem.retryAfter
  if (!wait) return known
  return `${known} ${words.wait(stretch(Math.max(60, wait), locale))}`
}
