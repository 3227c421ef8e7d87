import type { TicketView } from '../api/shapes.ts'

/** Our own targets, once the service tells them. */
export function TicketTargets(_props: { ticket: TicketView }) {
  return null
}
