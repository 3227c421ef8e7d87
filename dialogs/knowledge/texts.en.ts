export const en = {
  updated: (day: string) => `Reviewed ${day}.`,
  source: 'Source',
  unsure: [
    'Do you mean one of these?',
    'Is it one of these?',
    'I found these; is yours among them?',
  ],
  dontKnow:
    'I have no reviewed answer to that, and I do not want to guess. I can look up a payment, explain a code, file a complaint or call a person.',
  isRight: ['Does that answer your question?', 'Is that what you wanted to know?', 'Was that it?'],
  right: 'Yes, it does',
  wrong: 'No, it does not',
  more: 'Tell me more',
  thanks: 'Good. Ask me whatever else you like.',
  whyWrong: 'Sorry. What was wrong with it? The people who write these texts will see your answer.',
  reasons: {
    other_question: 'I asked something else',
    unclear: 'It is hard to understand',
    incomplete: 'Something is missing',
    incorrect: 'It is wrong or out of date',
  },
  noted:
    'Thank you, I have passed that on to the people who write these texts. You can ask me in other words, or I can call a person.',
  waiting: {
    dontKnow:
      'I have no reviewed answer to that, and I do not want to guess. My colleague will see the question; meanwhile I can look up a payment, explain a code or file a complaint.',
    noted:
      'Thank you, I have passed that on to the people who write these texts. You can ask me in other words while you wait.',
  },
}
export type KnowledgeTexts = typeof en
