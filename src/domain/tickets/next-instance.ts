import { isOptional } from '../complaints/clocks.ts'
import { contact, type DirectoryEntry } from '../complaints/directory.ts'
import { regimeOf } from '../complaints/regimes.ts'
import { type RoutedContact, routeContact } from '../complaints/route-contact.ts'
import type { Ticket } from './ticket.ts'

/** Where a customer turns who is not content with our answer. */
export interface NextInstance {
  /** Our own complaint step, which comes first. */
  own: DirectoryEntry
  /** In order; none where no body outside takes such a complaint. */
  contacts: RoutedContact[]
  /** Months after the final answer in which it must be done; absent where no such limit is known. */
  withinMonths?: number | undefined
}

/** By the regime that binds us, or by where and who the customer is. */
export function nextInstanceOf(
  ticket: Pick<Ticket, 'clocks' | 'customer' | 'region'>,
): NextInstance {
  const { clocks, customer, region } = ticket
  const clock = clocks.find(({ regime }) => !isOptional(regime))
  const regime = clock && regimeOf(clock.regime)
  const routed = routeContact({
    problem: 'complaint',
    region,
    role: customer.role === 'merchant' ? 'merchant' : 'cardholder',
    institution: regime?.dutyOf === 'bank' ? 'bank' : 'payment_institution',
    complaint: 'answered',
  })
  const outside = routed.filter((each) => each.contact.kind !== 'institution')
  const own = contact(customer.role === 'merchant' ? 'acquirer' : 'issuer')
  return { own, contacts: outside, withinMonths: regime?.escalateWithinMonths }
}
