/**
 * What was hidden, as the customer is told. `otp` is a one-time code, `track_data` the content of
 * a magnetic stripe. Telephone numbers and IBANs stay: people leave them to be called or paid.
 */
export const redactionKinds = [
  'card_number',
  'cvv',
  'expiry',
  'otp',
  'pin',
  'password',
  'id_number',
  'bank_account',
  'track_data',
] as const

export type RedactionKind = (typeof redactionKinds)[number]
