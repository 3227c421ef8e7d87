import type { CannedAnswer } from '../../src/ports/canned-answers.ts'

/** A text that comes with the release, reviewed: useful, kind, true, and no promise of a result. */
export type ReviewedAnswer = Pick<CannedAnswer, 'title' | 'text'>

export const cannedEn = {
  hello: {
    title: 'Greeting',
    text: 'Hello {{customer}}, I have read what you wrote so far, so there is no need to tell it again. Give me a moment to look.',
  },
  sorry: {
    title: 'Sorry for the wait',
    text: 'I am sorry that you had to wait, and that you have to run after your money at all. I am on it now.',
  },
  look: {
    title: 'Looking into it',
    text: 'I am looking at the record of {{amount}} right now. I will tell you what it shows, also if it is not what we hoped for.',
  },
  rrn: {
    title: 'Ask for the reference',
    text: 'Could you send me the reference number (RRN), the 12 digits on the slip, usually near the date? With it the bank finds the payment at once.',
  },
  safe: {
    title: 'Never send card data',
    text: 'Please do not send the full card number, the security code, a PIN or a one-time code. The last four digits are enough, and nobody of us will ever ask for more.',
  },
  due: {
    title: 'When the answer is due',
    text: 'Your ticket is {{ticket}}. The answer is due by {{due}}; if we know earlier, I will write here.',
  },
  bank: {
    title: 'What to ask the bank',
    text: 'Please ask your bank to look for the payment by its reference number, not by the amount. I have put together what they need, with the sentence to say.',
  },
  papers: {
    title: 'Documents are needed',
    text: 'To go on, the check needs a few documents. Please hand them in only in the official app or at the branch, not here in the chat.',
  },
  workdays: {
    title: 'Weekend or holiday in between',
    text: 'Banks and payment companies settle on working days. A weekend or a public holiday in between moves the date; that alone is no sign that something is wrong.',
  },
  scam: {
    title: 'It looks like fraud',
    text: 'What you describe looks like fraud. Please send no money and no codes, and end the call. If money has gone already, tell your bank and the police now: every minute counts.',
  },
  next: {
    title: 'Not content with the result',
    text: 'You do not have to accept this result. Reply “it is not solved” and ticket {{ticket}} is opened again; the message with the result also names who outside us you can turn to.',
  },
  bye: {
    title: 'Goodbye',
    text: 'Is there anything else I can look at? If not, I wish you a good day, {{customer}}. You can write here any time; your ticket stays.',
  },
} satisfies Record<string, ReviewedAnswer>

/** What is typed to get it, after a slash. */
export type CannedName = keyof typeof cannedEn
