export const en = {
  askWhat:
    'I will file it. In a sentence: what happened, and what would put it right? Amount and day help if you have them.',
  askTicket: 'What is the ticket number? It starts with TK.',
  unknownTicket: (no: string) =>
    `I do not find a ticket ${no} that I may show here. Please check the number, or write from where you filed it.`,
  noTickets:
    'There is no ticket in this conversation yet. Tell me what happened and I will file one.',
  state: (no: string, state: string, due: string) =>
    `Ticket ${no}: ${state}. You get an answer by ${due}.`,
  resolution: (text: string) => `The result: ${text}`,
  theirs: (no: string) => `Complaint ${no} is on record and is being worked on.`,
  theirsDue: (due: string) => `A final answer is due by ${due}.`,
  next: 'If that date passes, or you disagree with the result, the next instance is:',
  nextNow: 'Where you can go next:',
  firstHere:
    'An instance outside acts after the institution has had its chance, so keep the ticket number.',
}
export type ComplaintTexts = typeof en
