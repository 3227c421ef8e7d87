import { mostFilesKept } from '../../src/domain/files/look-at-file.ts'

export const en = {
  welcome:
    'Hello, I am Daozhang, a digital assistant for card payments. Tell me what happened, for example “took a card payment of 10,000 on Friday, nothing in my bank”. Never send full card numbers, PINs or codes. By writing on you agree that I look up the payment and keep the redacted case; say “talk to a person” at any time.',
  welcomeBack: 'Hello again. What can I look up for you?',
  thanks: 'You are welcome. Is there anything else?',
  goodbye: 'Goodbye. Your tickets stay open until they are answered.',
  resolved: 'Good to hear. I have closed this matter here; write any time.',
  bot: 'I am a digital assistant, not a person: I answer from the live record and from reviewed texts. Say “talk to a person” and I will get one.',
  affirm: 'All right. Write whenever you need something.',
  wait: 'Take your time, I am here.',
  outOfScope:
    'I can only help with card payments: where the money is, refunds and holds, codes on the terminal, complaints, and fraud. What can I look up?',
  notUnderstood:
    'I did not quite understand. Is it about money that has not arrived, a charge or refund on your card, or something else? A sentence with amount and day is enough.',
  stillNotUnderstood: 'I still do not understand well enough, so I am getting a person for you.',
  nothingToRepeat: 'I have not said anything yet. What can I look up for you?',
  startedOver: 'We start afresh. What happened?',
  calm: 'I hear that this is annoying. I would like to sort it out; you can also say “talk to a person”.',
  empty: 'The message arrived empty. Please write in a sentence what happened.',
  noWords: 'I can only read words. Please write in a sentence what happened, with amount and day.',
  tooLong: (limit: number) =>
    `That is longer than I can read (${limit} characters at most). Please send the main point: what happened, amount, day.`,
  files: {
    kept: 'I cannot see what is in a file, but it is kept with this conversation and a colleague can open it. Please also write the amount, the day and the reference number on the slip.',
    named:
      'I cannot look into files here. Please write the amount, the day and the reference number on the slip; never send photos of cards or IDs.',
    kind: 'A file of this kind is not kept: only pictures and PDF are. Please write the amount, the day and the reference number on the slip instead.',
    card_number:
      'I have not kept the file, because a full card number stands in it. Please cover the number and send it again, or write the amount, the day and the last four digits.',
    too_many: `This conversation holds as many files as it can (${mostFilesKept}). Please write what else there is: the amount, the day, the reference number.`,
  },
  cardForm: 'I could not read that. Please answer in words.',
  redacted: (what: string) =>
    `I have hidden what you sent (${what}) and do not keep it. Please do not send it again; the last four digits are enough.`,
  careful:
    'Your safety comes first. If you are in danger or thinking of harming yourself, please call your local emergency number now. I am getting a person for you.',
  becauseRole:
    'I ask because “money not arrived” means different things for a shop and for a cardholder, and so does the answer.',
  becauseKey:
    'I ask so that I find the right payment and show it to nobody else. The reference number (RRN) is the 12-digit number on the slip, usually near the date.',
  becauseOther: 'I ask because your answer decides what the cause can be.',
  anyway: 'No problem, let us try without it.',
  languageSwitched: 'All right, in English.',
  apology:
    'Something went wrong on our side and I could not finish this. Your message is kept; please send it again in a minute, or say “talk to a person”.',
  kinds: {
    card_number: 'card number',
    cvv: 'security code',
    expiry: 'expiry date',
    otp: 'one-time code',
    pin: 'PIN',
    password: 'password',
    id_number: 'ID number',
    bank_account: 'account number',
    phone: 'phone number',
    track_data: 'card data',
    email: 'e-mail address',
  } as Record<string, string>,
  /** Other ways to say the same, for when it is said again at once; by the name of the text. */
  others: {
    thanks: ['Any time. Just write if something else comes up.', 'Glad to help.'],
    welcome: ['Hello. Tell me in a sentence what happened, with amount and day.'],
    welcomeBack: ['Yes, I am here. What is it about?'],
    affirm: ['Good. I am here when you need me.'],
    wait: ['No hurry. Write when you have it.'],
    outOfScope: [
      'That is not something I know about. About a card payment I can tell you where the money is, or file a complaint.',
      'I have to stay with card payments. If one is missing or wrong, tell me its amount and day.',
    ],
    goodbye: ['Goodbye, and write any time.'],
    resolved: ['Very good. It is closed here.'],
    empty: [
      'That was empty again. A few words are enough, for example “card payment of 500 on Friday has not arrived”.',
    ],
    noWords: [
      'I cannot read that either. A few words are enough, for example “card payment of 500 on Friday has not arrived”.',
    ],
    calm: ['I understand the anger. Tell me what is wrong, or say “talk to a person”.'],
  } as Record<string, readonly string[]>,
  waiting: {
    welcome: 'Hello again. What can I look up for you?',
    bot: 'I am a digital assistant, not a person: I answer from the live record and from reviewed texts. The colleague you are in line for is a person.',
    calm: 'I hear that this is annoying. I would like to sort it out while you wait for my colleague.',
    apology:
      'Something went wrong on our side and I could not finish this. Your message is kept, and my colleague will see it; you can also send it again in a minute.',
  },
}
export type SmallTalkTexts = typeof en
