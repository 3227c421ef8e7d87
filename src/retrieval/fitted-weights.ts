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
        words: 6.01,
        wordsPlace: 1.78,
        questions: 4.09,
        questionsPlace: 2.5,
        learnt: 0,
        learntPlace: 0.47,
      },
      refusal: { base: -0.47, questions: 14.22, learnt: 0, strangeness: 0.26, uncovered: 4.83 },
      refuseFrom: 0.199,
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
        words: 7.01,
        wordsPlace: 1.69,
        questions: 6.78,
        questionsPlace: 1.8,
        learnt: 0,
        learntPlace: 0.61,
      },
      refusal: { base: -1.19, questions: 14.39, learnt: 0, strangeness: 7.58, uncovered: 2.07 },
      refuseFrom: 0.236,
    },
  },
}
