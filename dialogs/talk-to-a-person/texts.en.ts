export const en = {
  /** `range` is a `WaitingRange` in words. */
  coming: (place: number, range?: string) =>
    `I have asked a colleague to take over; ${place <= 1 ? 'you are next' : `${place - 1} ahead of you`}${range ? `, usually ${range}` : ''}. They see all of this, so you need not repeat it.`,
  nobodyHere: (place: number) =>
    `I have put you in line for a colleague (number ${place}), but nobody is at the desk right now, so I cannot say how long it takes. They will see all of this, and I keep helping meanwhile.`,
  waiting: (place: number, range?: string) =>
    `You are in line for a colleague: ${place <= 1 ? 'you are next' : `${place - 1} ahead of you`}${range ? `, usually ${range}` : ''}. I go on helping until they come.`,
  waitingNobody: (place: number) =>
    `You are in line for a colleague, number ${place}. Nobody is at the desk right now, so I cannot say how long it takes.`,
  waitingClosed: (place: number, opens: string) =>
    `You are in line for a colleague, number ${place}. The desk opens ${opens}; I go on helping until then.`,
  closed: (opens: string, no: string, by: string) =>
    `Our colleagues are not at the desk now; they are back ${opens}. Your request is ticket ${no}: somebody writes to you here by ${by}. You keep your place in line, and I go on helping meanwhile.`,
  closedAtAll: (no: string) =>
    `Our colleagues are not at the desk now. Your request is ticket ${no}: somebody writes to you here as soon as they are back.`,
  tooLong: (no: string, by: string) =>
    `I am sorry: nobody has come yet. You keep your place in line, and ticket ${no} makes sure of it: somebody writes to you here by ${by}.`,
  range: (from: number, to: number) => `${from} to ${to} minutes`,
  left: 'All right, I have taken you out of the line. I am still here: what can I do?',
  kept: 'I have kept that for my colleague, who reads all of it. Meanwhile I can look up a payment or answer a question.',
  keepToSteps:
    'Do not wait for my colleague with the steps above: hang up, give nothing away, and call the bank now. What you write is kept for them.',
  joined: (name: string) => `${name} is here now.`,
  takenBack: (place: number) =>
    `I am sorry, my colleague had to leave. You are in line again at your old place (${place <= 1 ? 'next' : `number ${place}`}), and the next one sees everything.`,
  passedOn: (name?: string) =>
    name
      ? `You are being passed on to ${name}, who sees everything so far.`
      : 'You are being passed on to a colleague who knows this well and sees everything so far.',
  back: 'Our colleague has ended the conversation, and I am back.',
  backSolved: 'Our colleague has finished this for you, and I am back if anything else comes up.',
  stillOpen: (list: string) => `Still open: ${list}.`,
  ticketDue: (no: string, due: string) => `ticket ${no}, answer by ${due}`,
  moneyDue: (due: string) => `the money, expected by ${due}`,
  joint: '; ',
  somebody: 'a colleague',
  rate: 'How was the conversation with our colleague?',
  scores: {
    5: '5 – very good',
    4: '4 – good',
    3: '3 – all right',
    2: '2 – poor',
    1: '1 – very poor',
  } as Record<1 | 2 | 3 | 4 | 5, string>,
  rated: 'Thank you, that helps us.',
  ratedPoorly: 'Thank you for saying so. I am sorry; a team lead will read it.',
  deskUnreachable:
    'I could not reach a colleague just now. You stay in line, and I go on helping meanwhile.',
}

export type PersonTexts = typeof en
