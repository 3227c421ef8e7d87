/** How near a time limit is: half of it is gone, most of it (80 %), or all. */
export type ClockWarning = 'none' | 'half' | 'most' | 'over'

/** Reads a running limit at `now`; an extension moves its end. ISO instants. */
export function clockWarning(
  clock: { startAt: string; dueAt: string; extendedTo?: string | undefined },
  now: Date,
): ClockWarning {
  const start = Date.parse(clock.startAt)
  const end = Date.parse(clock.extendedTo ?? clock.dueAt)
  const share = (now.getTime() - start) / Math.max(end - start, 1)
  if (share >= 1) return 'over'
  if (share >= 0.8) return 'most'
  return share >= 0.5 ? 'half' : 'none'
}
