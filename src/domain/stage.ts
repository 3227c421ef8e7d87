/** The one customer-facing stage derived from the six tracks of a record. */
export const stages = [
  'NOT_FOUND',
  'FRAUD',
  'DECLINED',
  'UNKNOWN_OUTCOME',
  'REVERSED',
  'AUTH_HOLD',
  'DISPUTED',
  'REFUNDING',
  'REFUND_FAILED',
  'REFUNDED',
  'PAYOUT_FAILED',
  'CREDITED',
  'PAYOUT_SENT',
  'PAYOUT_IN_TRANSIT',
  'HELD_RISK',
  'NETTED',
  'SETTLING_ON_TIME',
  'SETTLING_OVERDUE',
] as const
export type Stage = (typeof stages)[number]
