/**
 * Every match of a pattern with the `g` flag. Most patterns match nothing in most messages, and
 * `search` finds that out without the copy of the pattern that `matchAll` makes each time.
 */
export function matchesOf(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  return text.search(pattern) < 0 ? [] : text.matchAll(pattern)
}
