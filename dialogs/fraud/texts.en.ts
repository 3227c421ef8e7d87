import type { FraudSign } from '../../src/domain/fraud/signs.ts'

/** Whose numbers are said. Anywhere else: the card's own number and the local police. */
export type StopLossRegion = 'CN' | 'GB' | 'US' | 'other'

/** Numbers out of the reviewed directory; a missing one is said without digits. */
export interface StopLossNumbers {
  /** To report a crime. */
  police?: string | undefined
  /** To ask for advice on fraud. */
  advice?: string | undefined
  /** A line that reaches the customer's bank. */
  bankLine?: string | undefined
  /** Where fraud is reported. */
  fraudReport?: string | undefined
}

export interface StopLoss {
  region: StopLossRegion
  numbers: StopLossNumbers
  /** The ticket's number. */
  ticket: string
}

const withNumber = (name: string, number: string | undefined) =>
  number === undefined ? name : `${name} ${number}`

const bankStep: Record<StopLossRegion, (numbers: StopLossNumbers) => string> = {
  CN: () => '',
  GB: ({ bankLine }) => (bankLine ? ` In the UK, ${bankLine} reaches your bank too.` : ''),
  US: () => '',
  other: () => '',
}

const reportStep: Record<StopLossRegion, (numbers: StopLossNumbers) => string> = {
  CN: ({ police, advice }) =>
    `Report it to the ${withNumber('police', police)}${advice ? ` (advice: ${advice})` : ''}. Give the payee's account, the amount and the time, and ask for an emergency stop of the payment.`,
  GB: ({ fraudReport }) =>
    `Report it to ${withNumber('Report Fraud', fraudReport)}; in Scotland, to the police.`,
  US: () => 'Report it to your bank and to your local police.',
  other: () => 'Report it to your bank and to your local police.',
}

export const en = {
  /** For a loss, or card data given away: instructions first, no questions. */
  stopLoss: ({ region, numbers, ticket }: StopLoss) =>
    [
      'Let us stop the loss first:',
      '1. Hang up, close any screen sharing, go offline. Give no more codes.',
      `2. Call the number on the back of your card and have it blocked.${bankStep[region](numbers)}`,
      `3. ${reportStep[region](numbers)}`,
      '4. Keep call, chat, transfer and slip records.',
      `I am handing you to a person now, urgent ticket ${ticket}.`,
      'Anyone who offers to “recover” the money for a fee is a second scam.',
    ].join('\n'),

  /** The first line to say for each sign. */
  warning: {
    W1: 'There is no “safe account”. Stop the transfer.',
    W2: 'Hang up. Check with the phone number on your contract or slip.',
    W3: 'Do not pay yet. First check who the acquirer is and which merchant name the slip shows.',
    W4: 'Do not swipe your own card for this. Such money often never arrives.',
    W5: 'Check that a licensed institution pays you. Until then, stop using the machine and keep the evidence.',
    W6: 'Sales booked under another shop or category can cost you disputes and a block by the bank. Ask the acquirer in writing.',
    W7: 'I cannot help with turning a credit card into cash.',
    W8: 'Nobody needs that from you, and neither do we. Do not give it.',
    W9: 'Close the screen sharing now and go offline.',
    W10: 'Do not tap the link or install the app. If you have entered card data, have the card blocked.',
    W11: 'No real acquirer asks for a test refund to a card. Hang up.',
    W12: 'Do not hand over the machine yet. Call the acquirer to check the visit, the serial number and the slip, and look for refunds without sales.',
    W13: 'A refund goes only to the card that paid. Do not send it to another one.',
    W14: 'Send nothing back another way. Wait until the money has really arrived, then refund to the card that paid.',
    W15: 'Do not key the card in. A code given over the phone is not an approval.',
    W16: 'Anyone who offers to get the money back for a fee is a second scam. Pay nothing.',
    W17: 'Do not lend, rent or sell a machine, an account or a payment code. It is against the law.',
  } satisfies Record<FraudSign, string>,

  /** To “is this real?”. A hard sign is answered with No in the first word. */
  isItReal: {
    W1: 'No. There is no “safe account”, at any bank or with any police. Stop the transfer.',
    W2: 'It matches a known pattern: a caller, a machine that “will stop”, a deposit. Hang up and check with the number on your contract or slip.',
    W3: 'It matches a known pattern: a “free” machine that costs an activation payment. Do not pay before you have checked the acquirer and the merchant name on the slip.',
    W4: 'It matches a known pattern. Do not swipe your own card for it; such money often never arrives.',
    W5: 'It matches a known pattern: somebody without a licence takes the money first. Check who pays you before you go on.',
    W6: 'Be careful: a rate far below the usual often means that sales are booked under another shop. Ask the acquirer in writing.',
    W7: 'I cannot help with turning a credit card into cash.',
    W8: 'No. Nobody needs your PIN, password or codes, and neither do we. Do not give them.',
    W9: 'No. Support does not need your screen. Close the sharing now and go offline.',
    W10: 'It matches a known pattern. Do not tap the link or install the app; open the official app yourself and look there.',
    W11: 'No. No real acquirer asks for a test refund to a card. Hang up.',
    W12: 'It matches a known pattern. Call the acquirer to confirm the visit before anybody touches the machine.',
    W13: 'A refund goes only to the card that paid. A wish for another card matches a known pattern.',
    W14: 'It matches a known pattern: the first payment is later withdrawn. Send nothing back another way.',
    W15: 'It matches a known pattern. A code given over the phone is not an approval; do not key the card in.',
    W16: 'It matches a known pattern, and it is a second scam. Pay nothing.',
    W17: 'It is against the law to lend, rent or sell a machine, an account or a payment code. Do not do it.',
  } satisfies Record<FraudSign, string>,

  /** The customer wonders about fraud, and no sign was found. */
  cannotTell:
    'I cannot tell from this alone. Pay nothing and pass on no codes for now, and check with the phone number on your contract, slip or card.',

  /** To “shall I give you my password?”. */
  flatNo:
    'No. Never give your PIN, password, codes or full card number to anybody, us included. The last four digits, the reference number, the amount and the time are enough.',

  /** After a warning, while somebody is trying. */
  nothingLostYet:
    'If nothing has been paid or passed on, your money is safe so far. End the contact now.',
  ifAlreadyGiven:
    'If you have already paid or passed something on, tell me and I will give you the steps to stop the loss.',
  keepEvidence: 'Keep the number, the messages and the slips as evidence.',

  /** One or two sentences on the consequences; no opinion on the customer's case. */
  cashOutRefusal:
    'I cannot help with turning a credit card into cash through a machine. It can get the card and the machine blocked, hurt your credit record and be punished by law.',
  lendingRefusal:
    'I cannot help with lending, renting or selling a machine, an account or a payment code. It is against the law, and whoever lends it answers for what is done with it.',

  recoveryReminder:
    'Anyone who says they can “recover” your money for a fee is a second scam. The police and your bank never charge for it.',
}

export type FraudTexts = typeof en
