import type { Store } from '../ports/store.ts'

/** How many of the customer's last messages make the statement of a ticket. */
const wordsKept = 6
const longestStatement = 4_000

/** The customer's own words, redacted, from the log: what is hidden later is hidden here too. */
export async function ownWords(
  conversationId: string,
  store: Pick<Store, 'recentInboundTexts'>,
): Promise<string> {
  const texts = await store.recentInboundTexts(conversationId, wordsKept)
  return texts
    .map(({ text }) => text)
    .join('\n')
    .slice(0, longestStatement)
}
