export const en = {
  /** Before a question that waits already. */
  backTo: ['Back to my question: ', 'One thing is still open: ', 'I still need this: '],
  /** Before the same question, when something else was told meanwhile. */
  noted: ['Thank you, I have noted that. ', 'That helps, thank you. '],
  /** Between a general answer and what a look-up needs. */
  ifOnePayment: 'If you mean one payment: ',
  unchanged: 'I have just looked again, and nothing has changed.\n',
  asSaid: 'As I said: ',
  onceMore: 'Once more: ',
  inShort: (sentence: string) =>
    `In short: ${sentence} If anything is still unclear, ask me, or say “talk to a person”.`,
  roleTaken: {
    merchant: 'I see, you are the business.',
    cardholder: 'I see, you are the cardholder.',
  },
  notFiled: 'All right, I file no complaint.',
  nextWish: 'Now to the other thing you asked.',
  recap: (day: string, sum: string | undefined, by: string | undefined) =>
    `Welcome back. On ${day} we spoke about ${sum ? `the payment of ${sum}` : 'a payment'}${by ? `, expected by ${by}` : ''}.`,
  recapOpen: (day: string) =>
    `Welcome back. On ${day} we were looking for a payment and one question was left open.`,
  narrowed: 'Which of these is it, then?',
  otherWhich: 'Which other payment do you mean? Tell me its amount or day.',
  correctWhat: 'All right. What is correct? Tell me the right amount, day or number.',
  dropped: 'All right, I have dropped that.',
  droppedLast: 'All right, I have dropped that. What can I do now?',
  droppedAll: 'All right, I have dropped everything that was open here. What can I do now?',
  nothingToDrop: 'Nothing is open here, so there is nothing to cancel.',
  ticketsStay: (nos: string) =>
    `Your complaint ${nos} stays open; write “withdraw the complaint” if you no longer want it.`,
  noComplaint: 'No complaint has been filed in this conversation, so there is none to withdraw.',
  askWithdraw: (no: string) =>
    `Shall I withdraw complaint ${no}? Nobody will work on it any more; it can be opened again within 30 days.`,
  withdraw: 'Yes, withdraw it',
  keep: 'No, keep it',
  withdrawn: (no: string) => `Complaint ${no} is withdrawn.`,
  kept: (no: string) => `Complaint ${no} stays as it is.`,
  cannotWithdraw: (no: string) => `Complaint ${no} is no longer open, so it stays as it is.`,
  askStillWanted: (no: string) =>
    `Complaint ${no} was filed for the payment you named before. Shall I withdraw it?`,
}
export type RepairTexts = typeof en
