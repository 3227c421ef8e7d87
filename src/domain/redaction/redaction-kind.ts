/**
 * What was hidden, as the customer is told. `otp` is a one-time code, `track_data` the content of
 * a magnetic stripe; `phone` is a mainland mobile number, of which only the middle four go.
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
  'phone',
  'track_data',
] as const

export type RedactionKind = (typeof redactionKinds)[number]
