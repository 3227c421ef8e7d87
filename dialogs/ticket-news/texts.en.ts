import type { TicketState } from '../../src/domain/tickets/ticket.ts'

type Told = (no: string, due: string) => string

export const en = {
  /** What happened, what comes next, by when. */
  states: {
    draft: (no) => `Ticket ${no} is being written.`,
    submitted: (no, due) => `Ticket ${no} has been received. You get an answer by ${due}.`,
    acknowledged: (no, due) =>
      `Ticket ${no} is registered. Somebody looks into it next; you get an answer by ${due}.`,
    investigating: (no, due) =>
      `Ticket ${no} is being looked into now. I will write here when there is news; you get an answer by ${due}.`,
    waiting_customer: (no, due) =>
      `To go on with ticket ${no} we need something from you. Please reply here. The date of the answer, ${due}, stands.`,
    waiting_third_party: (no, due) =>
      `We have asked the bank or another institution about ticket ${no} and wait for their answer. I will write here as soon as it comes; you get our answer by ${due}.`,
    resolved: (no) => `There is a result for ticket ${no}.`,
    closed: (no) => `Ticket ${no} is closed.`,
    withdrawn: (no) => `Ticket ${no} has been taken back, so nobody works on it any more.`,
    referred: (no) => `Ticket ${no} has been passed on to the institution in charge.`,
    reopened: (no, due) =>
      `Ticket ${no} is open again. Somebody looks into it once more; you get an answer by ${due}.`,
  } satisfies Record<TicketState, Told> as Readonly<Record<TicketState, Told>>,
  result: (text: string) => `The result: ${text}`,
  redress: (amount: string) => `You get ${amount} for it.`,
  referredTo: (name: string) => `From now on this is with: ${name}.`,
  reopen: (until: string) =>
    `If it is not solved, reply “it is not solved” by ${until} and I open it again.`,
  notContent: 'If you disagree with the result, you can turn to:',
  withinMonths: (months: number) => `Do so within ${months} months of this answer.`,
  keepNumber: 'Keep the ticket number for that.',
  fromDesk: (text: string) => `A word from our colleague: ${text}`,
  extended: (no: string, due: string, reason: string) =>
    `Ticket ${no} takes longer than we wanted: ${reason} You get the final answer by ${due}. I am sorry for the wait.`,
  rate: 'How was the way this was handled?',
  ratings: ['5 Very good', '4 Good', '3 OK', '2 Poor', '1 Very poor'] as readonly string[],
  rated: 'Thank you, I have noted that.',
  ratedPoor: (no: string) =>
    `Thank you for telling us so openly; a lead reads it. If something is still not solved, reply “it is not solved” and I open ticket ${no} again.`,
  reopened: (no: string, due: string) =>
    `I am sorry that it is not solved. Ticket ${no} is open again with what you said, and you get an answer by ${due}.`,
  tooLate: (no: string, days: number) =>
    `Ticket ${no} ended more than ${days} days ago, so it cannot be opened again. Say “I want to complain” and I file a new one at once.`,
}

export type TicketNewsTexts = typeof en
