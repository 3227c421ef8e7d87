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

/**
 * Made by `npm run fit:knowledge`, which says how; no one of them was set by hand. `unlearnt` was fitted
 * when an article had fifty questions: with more it suits ours better, and strange libraries less.
 */
export const fittedWeights: Record<Locale, Fitted> = {
  'zh-CN': {
    learnt: {
      support: {
        words: 3.28,
        wordsPlace: 1.47,
        questions: 0,
        questionsPlace: 0.53,
        learnt: 2.87,
        learntPlace: 1.05,
      },
      refusal: { base: -0.88, questions: 3.35, learnt: 5.65, strangeness: -0.34, uncovered: 2.16 },
      refuseFrom: 0.064,
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
        words: 4.76,
        wordsPlace: 1.3,
        questions: 0,
        questionsPlace: 0.54,
        learnt: 3.27,
        learntPlace: 0.66,
      },
      refusal: { base: -1.02, questions: 3.95, learnt: 4.76, strangeness: 3.19, uncovered: 1.44 },
      refuseFrom: 0.059,
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
