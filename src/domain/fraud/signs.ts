/** The warning signs of the fraud catalogue, W1–W17. */
export const fraudSigns = [
  'W1',
  'W2',
  'W3',
  'W4',
  'W5',
  'W6',
  'W7',
  'W8',
  'W9',
  'W10',
  'W11',
  'W12',
  'W13',
  'W14',
  'W15',
  'W16',
  'W17',
] as const
export type FraudSign = (typeof fraudSigns)[number]
