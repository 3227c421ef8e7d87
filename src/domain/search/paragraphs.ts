/** An article's paragraphs. What a colon leads to is one with it: a list alone may say the opposite. */
export function paragraphsOf(body: string): string[] {
  return body.split(/(?<![:：]\**)\n{2,}/u)
}
