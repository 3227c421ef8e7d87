export const en = {
  answer:
    'We keep what a case needs and nothing more: card numbers, codes and passwords are removed before anything is stored; the redacted chat is kept for 180 days, a ticket for 3 years where the law asks for it. You may ask to see, correct or delete your data, and for a person to look at any automatic decision.',
  filed: (no: string, due: string) =>
    `I have filed your request as ticket ${no}; you get an answer by ${due}.`,
}
export type PrivacyTexts = typeof en
