/** What a customer hears when something of ours breaks, by the code of the failure. */
export const failuresEn = {
  config_invalid: 'The service is being set up and cannot answer yet. Please try again later.',
  provider_unavailable:
    'The transaction system does not answer right now, and I do not want to guess. Please try again in a few minutes.',
  provider_refused_us:
    'I am not let into the transaction system right now. This is on our side; please try again later or talk to a person.',
  provider_reply_unreadable:
    'The transaction system gave an answer I cannot read, and I do not want to guess. Please talk to a person.',
  store_unavailable:
    'I cannot keep anything right now, so I stop here. Please send your message again in a minute.',
  store_locked: 'The service is just starting. Please send your message again in a minute.',
  state_conflict: 'Two things happened at once. Please send your last message again.',
  world_invalid: 'The service is being set up and cannot answer yet. Please try again later.',
  knowledge_invalid: 'I cannot look that up right now. Please try again later.',
}

/** The same for somebody who waits for a person already. */
export const failuresWaitingEn: Partial<FailureTexts> = {
  provider_refused_us:
    'I am not let into the transaction system right now. This is on our side; please try again later, or wait for my colleague.',
  provider_reply_unreadable:
    'The transaction system gave an answer I cannot read, and I do not want to guess. My colleague will look at it.',
}

export type FailureTexts = Readonly<typeof failuresEn>
