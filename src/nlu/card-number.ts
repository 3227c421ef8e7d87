import { passesLuhn } from '../domain/redaction/card-brands.ts'

/** Whether digits that nobody hid are a card's: long enough, a card's first digit, and the check. */
export const isCardNumber = (digits: string) =>
  /^[3-6]\d{12,18}$/.test(digits) && passesLuhn(digits)
