/** A text judged: whether it is in scope, whether its class was right, how sure the best class was. */
export interface Judged {
  inScope: boolean
  right: boolean
  /** The chance of the best class in scope; 0 when out of scope was likelier. */
  sure: number
}

export interface ScopeShares {
  threshold: number
  /** Of those in scope: taken as such, and the class right. */
  inScopeAccuracy: number
  /** Of those out of scope: left alone. */
  outOfScopeRecall: number
}

/** Whoever is sent away wrongly loses more than whoever is offered something needless. */
const inScopeCounts = 2
/** But so many of the right answers may be lost at most, whatever the few known ones suggest. */
const mayLose = 0.04

/** What each threshold comes to, lowest first; a text is in scope when `sure` reaches it. */
export function scopeCurve(judged: readonly Judged[]): ScopeShares[] {
  const rising = judged.toSorted((a, b) => a.sure - b.sure)
  const inScope = judged.filter((each) => each.inScope)
  let right = inScope.filter((each) => each.right && each.sure > 0).length
  let leftAlone = judged.filter((each) => !each.inScope && each.sure === 0).length
  const outside = judged.length - inScope.length
  const shares = (threshold: number): ScopeShares => ({
    threshold,
    inScopeAccuracy: right / Math.max(1, inScope.length),
    outOfScopeRecall: leftAlone / Math.max(1, outside),
  })
  const curve = [shares(0)]
  for (const { sure, ...each } of rising) {
    if (sure === 0) continue
    if (each.inScope && each.right) right -= 1
    if (!each.inScope) leftAlone += 1
    curve.push(shares(sure + 1e-9))
  }
  return curve
}

/** The threshold that serves both sides best; the highest bearable one where only one side is known. */
export function chooseThreshold(judged: readonly Judged[]): number {
  const curve = scopeCurve(judged)
  const least = (curve[0]?.inScopeAccuracy ?? 0) * (1 - mayLose)
  const bearable = curve.filter(({ inScopeAccuracy }) => inScopeAccuracy >= least)
  if (judged.every(({ inScope }) => inScope)) return bearable.at(-1)?.threshold ?? 0
  const worth = (each: ScopeShares) => inScopeCounts * each.inScopeAccuracy + each.outOfScopeRecall
  return bearable.reduce((best, each) => (worth(each) > worth(best) ? each : best), {
    threshold: 0,
    inScopeAccuracy: 0,
    outOfScopeRecall: 0,
  }).threshold
}
