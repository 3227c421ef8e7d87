import type { Ticket } from '../../src/domain/tickets/ticket.ts'
import { finish, type Message, type Scene, type Turn } from '../flow.ts'
import type { Memory } from '../memory.ts'
import { ticketNewsTexts } from './ticket-news.ts'

/** One to five, as a customer judges how a ticket was handled. */
export type Score = NonNullable<Ticket['csat']>

/** The answer to "how was it?": a number or one of the words, right after it was asked. */
export async function rateTicket({ said, memory, actions }: Scene): Promise<Turn | undefined> {
  const { rating: no, locale } = memory
  const score = no === undefined ? undefined : scoreIn(said.text)
  if (no === undefined || score === undefined) return undefined
  const ticket = await actions.rateTicket(no, score)
  const known: Memory = { ...memory, rating: undefined }
  return ticket && finish(known, [ratingThanks(ticket.no, score, locale)])
}

/** What a customer hears who has judged. */
export function ratingThanks(no: string, score: Score, locale: Memory['locale']): Message {
  const words = ticketNewsTexts[locale]
  return { text: score <= 2 ? words.ratedPoor(no) : words.rated }
}

const alone =
  /^\s*(?:打)?([1-5])\s*(?:分|星|颗星|stars?|\/\s*5|out of (?:5|five))?\s*[。.!！]?\s*$/iu

function scoreIn(text: string): Score | undefined {
  const labels = Object.values(ticketNewsTexts).flatMap(({ ratings }) => ratings)
  const words = text.trim().toLowerCase()
  const named = labels.find((label) => isLabel(label.toLowerCase(), words))
  const digit = named?.slice(0, 1) ?? alone.exec(text.normalize('NFKC'))?.[1]
  return digit === undefined ? undefined : (Number(digit) as Score)
}

/** `4 Good`, or the word alone. */
function isLabel(label: string, words: string): boolean {
  return words === label || words === label.slice(2)
}
