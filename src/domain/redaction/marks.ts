/**
 * What stands in the kept text for what was hidden. The forms are fixed: extractors read the last
 * four out of them, people read them, and redacting again leaves them as they are.
 */
export const hiddenMark = '[hidden]'

/** A card number, down to its last four: `[card ••••1234]`. */
export function cardMark(last4: string): string {
  return `[card ••••${last4}]`
}

/** A bank account, down to its last four: `[account ••••3000]`. */
export function accountMark(last4: string): string {
  return `[account ••••${last4}]`
}

/** An identity number leaves nothing: support has no use for its digits. */
export const idMark = '[id hidden]'

/** Finds the marks above in a kept text. */
export const anyMark = /\[(?:card|account) ••••[0-9a-z]{0,4}\]|\[(?:id )?hidden\]/gi

/** Finds a hidden card number in a kept text; group 1 is its last four. */
export const cardMarkPattern = /\[card ••••([0-9]{4})\]/g
