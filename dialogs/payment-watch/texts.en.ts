export const en = {
  offer:
    'Shall I keep watch on this payment? I will look again when it is due, tell you here when the money arrives or something changes, and file the complaint myself if it is late.',
  /** Where no rule says when a ticket is due. */
  offerToLook:
    'Shall I keep watch on this payment? I will look again when it is due and tell you here when the money arrives or something changes.',
  /** For a further payment. */
  offerToo: [
    'Shall I keep watch on this one as well?',
    'And this one: shall I keep watch on it too?',
  ] as readonly string[],
  yes: 'Yes, keep watch',
  no: 'No, thank you',
  taken: (when: string) =>
    `All right, I am on it. I will look again around ${when} and write to you here, so there is no need to wait. Say “stop watching” to end it.`,
  declined: 'All right, I will not keep watch. You can ask me any time.',
  stopped: 'All right, I have stopped watching. You can ask me any time.',
  still: (when: string) =>
    `Yes, I am still watching; my next look is ${when}. I will write here when there is news.`,
  notWatching: 'I am not watching a payment right now. Tell me which one, and I can.',
  arrived: (sale: string) => `Good news: the payment you asked me to watch has arrived (${sale}).`,
  credited: (paid: string, when: string | undefined, to: string | undefined) =>
    `${paid} was credited${when ? ` on ${when}` : ''}${to ? ` to the account ending ${to}` : ''}.`,
  afterFee: (fee: string) => `The fee of ${fee} is already taken off.`,
  asOneSum: 'Several sales can arrive as one sum.',
  ends: 'My watch ends here.',
  released: (sale: string) =>
    `News of the hold you asked me to watch: it has been released (${sale}). Your bank usually shows it within a few days. My watch ends here.`,
  turned: 'There is news of the payment you asked me to watch.',
  moved: 'The expected date of the payment you asked me to watch has changed.',
  overdue: 'The payment you asked me to watch has not come in time.',
  askArrived: (sale: string) =>
    `The payment you asked me to watch is due by now (${sale}). My records cannot show whether your bank has credited it. Has it arrived?`,
  askAfterOutage:
    'The payment you asked me to watch is due by now, but the transaction system does not answer me, and I do not want to guess. Has it arrived?',
  itArrived: 'Yes, it is there',
  notArrived: 'Not yet',
  glad: 'Good to hear. My watch ends here; write any time.',
  thePayment: 'the payment',
}

export type WatchTexts = typeof en
