/** What a search answered, best first, and what would have been right. */
export interface Found {
  ids: string[]
  right: string[]
}

/** Shares, 0..1. With several right documents `at…` is the share of them that was found. */
export interface RecallFigures {
  at1: number
  at3: number
  at5: number
  at10: number
  at20: number
  /** Mean of one over the place of the first right one. */
  meanReciprocalRank: number
}

export function recallFigures(found: readonly Found[]): RecallFigures {
  const mean = (of: (each: Found) => number) =>
    found.reduce((sum, each) => sum + of(each), 0) / Math.max(1, found.length)
  const at = (k: number) =>
    mean(({ ids, right }) => {
      const hits = ids.slice(0, k).filter((id) => right.includes(id)).length
      return hits / Math.max(1, right.length)
    })
  return {
    at1: at(1),
    at3: at(3),
    at5: at(5),
    at10: at(10),
    at20: at(20),
    meanReciprocalRank: mean(({ ids, right }) => {
      const place = ids.findIndex((id) => right.includes(id))
      return place < 0 ? 0 : 1 / (place + 1)
    }),
  }
}
