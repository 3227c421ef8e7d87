export const en = {
  intro: 'The right contacts, in this order:',
  steps: {
    now: 'now',
    if_unsolved: 'if that does not help',
    after_own_complaint: 'once the institution has answered or its time is up',
  },
  uncertain: 'they may not take a case from a business',
  have: (what: string) => `Have ready: ${what}.`,
  say: (words: string) => `You can say: “${words}”`,
  expect: (answer: string) => `Ask for: ${answer}.`,
  never: 'Never say a PIN, a code or the full card number.',
}
export type ContactTexts = typeof en
