/** How a customer behaves, whatever is wanted. */
export interface Persona {
  /** How much the opening says. */
  opens: 'vague' | 'story' | 'everything'
  /** Answers in as few words as possible. */
  terse?: boolean | undefined
  /** Puts small talk around what is said. */
  rambles?: boolean | undefined
  /** Tells one fact wrong at first, and corrects it later. */
  isMistaken?: boolean | undefined
  /** How often an answer is an outburst or a question of one's own first. */
  outbursts?: number | undefined
  /** Says the other role first. */
  confusesRole?: boolean | undefined
  mixesLanguages?: boolean | undefined
  /** Chance of a typing error in a word that can have one. */
  typingErrors?: number | undefined
  /** How often something else is asked in between. */
  digressions?: number | undefined
  /** Has no slip at hand, and skips what is not known. */
  forgets?: boolean | undefined
}

export const personas = {
  plain: { opens: 'story' },
  terse: { opens: 'vague', terse: true },
  rambling: { opens: 'everything', rambles: true },
  'wrong about facts': { opens: 'story', isMistaken: true },
  impatient: { opens: 'story', outbursts: 2 },
  'confused about the role': { opens: 'story', confusesRole: true },
  'mixing languages': { opens: 'story', mixesLanguages: true },
  'typing errors': { opens: 'story', typingErrors: 0.6 },
  digressing: { opens: 'vague', digressions: 2 },
  forgetful: { opens: 'vague', forgets: true },
} as const satisfies Record<string, Persona>

export type PersonaName = keyof typeof personas
export const personaNames = Object.keys(personas) as [PersonaName, ...PersonaName[]]
