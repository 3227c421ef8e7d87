export const en = {
  updated: (day: string) => `Reviewed ${day}.`,
  source: 'Source',
  unsure: 'Do you mean one of these?',
  dontKnow:
    'I have no reviewed answer to that, and I do not want to guess. I can look up a payment, explain a code, file a complaint or call a person.',
}
export type KnowledgeTexts = typeof en
