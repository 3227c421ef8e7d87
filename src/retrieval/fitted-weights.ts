import type { Locale } from '../domain/locale.ts'
import type { Refusal, Support } from './evidence.ts'

/** What each piece of evidence counts, in log-odds. */
export interface Weights {
  support: Support
  refusal: Refusal & { base: number }
  /** From this chance of none on, search says that it does not know. */
  refuseFrom: number
}

/** Where subjects were learnt, and where words and questions must do. */
interface Fitted {
  learnt: Weights
  unlearnt: Weights
}

/** Made by `npm run fit:knowledge`, which says how; no one of them was set by hand. */
export const fittedWeights: Record<Locale, Fitted> = {
  'zh-CN': {
    learnt: {
      support: {
        words: 4.44,
        wordsPlace: 1.72,
        questions: 0,
        questionsPlace: 0.52,
        learnt: 2.76,
        learntPlace: 0.66,
      },
      refusal: { base: -1.25, questions: 3.44, learnt: 5.57, strangeness: 1.74, uncovered: 2.01 },
      refuseFrom: 0.045,
    },
    unlearnt: {
      support: {
        words: 6.59,
        wordsPlace: 1.95,
        questions: 3.19,
        questionsPlace: 2.24,
        learnt: 0,
        learntPlace: 0,
      },
      refusal: { base: -1.26, questions: 11.22, learnt: 0, strangeness: 4.88, uncovered: 4.67 },
      refuseFrom: 0.166,
    },
  },
  en: {
    learnt: {
      support: {
        words: 6.04,
        wordsPlace: 1.57,
        questions: 0,
        questionsPlace: 0.36,
        learnt: 2.94,
        learntPlace: 0.44,
      },
      refusal: { base: -1.1, questions: 4.06, learnt: 4.76, strangeness: 4.56, uncovered: 0.75 },
      refuseFrom: 0.064,
    },
    unlearnt: {
      support: {
        words: 7.55,
        wordsPlace: 1.87,
        questions: 6.36,
        questionsPlace: 1.51,
        learnt: 0,
        learntPlace: 0,
      },
      refusal: { base: -1.06, questions: 14.56, learnt: 0, strangeness: 8.09, uncovered: 1.44 },
      refuseFrom: 0.129,
    },
  },
}
