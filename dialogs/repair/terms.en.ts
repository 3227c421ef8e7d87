import type { SlipTerm } from './slip-picture.ts'

/** What a number is and where it stands, in two short sentences. */
export interface TermWords {
  names: Record<SlipTerm, string>
  terms: Record<SlipTerm, string>
  picture: (name: string) => string
}

export const en: TermWords = {
  names: {
    rrn: 'reference number (RRN)',
    authCode: 'authorisation code',
    terminalId: 'terminal number',
    merchantId: 'merchant number',
    batchNo: 'batch number',
    last4: 'last four digits of the card',
  },
  terms: {
    rrn: 'The reference number (RRN) is the 12-digit number under which every bank finds the payment. It stands on the slip after “RRN” or “REF NO”; an app receipt has an order number instead.',
    authCode:
      'The authorisation code is the bank’s short “yes”, six letters or digits. It stands on the slip after “AUTH CODE”.',
    terminalId:
      'The terminal number says which machine it was, usually eight characters. It stands near the top of the slip after “TERMINAL ID” or “TID”.',
    merchantId:
      'The merchant number is the shop’s own, usually fifteen characters. It stands near the top of the slip after “MERCHANT ID” or “MID”.',
    batchNo:
      'The batch number counts the day’s sales of a machine, six digits. It stands on the slip after “BATCH”.',
    last4:
      'The last four digits are the end of the long number on the card; on the slip the rest is starred out. Only these four, never the whole number.',
  },
  picture: (name) => `A sales slip on which the line of the ${name} is marked`,
}
