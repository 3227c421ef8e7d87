/**
 * Patterns are written with two shorthands: `~8` is a gap of at most eight characters that stays
 * in the sentence, `{name}` one of the given fragments. Gaps are bounded, so matching is linear.
 */
export function patternWriter(
  gap: string,
  fragments: Readonly<Record<string, string>>,
): (source: string) => RegExp {
  return (source) => {
    const whole = expand(source, fragments)
    return new RegExp(
      whole.replace(/~(\d+)/g, (_all, most: string) => `${gap}{0,${most}}`),
      'g',
    )
  }
}

function expand(source: string, fragments: Readonly<Record<string, string>>): string {
  return source.replace(/\{([a-zA-Z]+)\}/g, (all, name: string) => {
    const fragment = fragments[name]
    return fragment === undefined ? all : `(?:${expand(fragment, fragments)})`
  })
}

/** How one sign reads in one language; `unless` anywhere in the message calls it off. */
export interface SignPatterns {
  any: readonly RegExp[]
  unless?: RegExp | undefined
}
