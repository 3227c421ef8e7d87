/** One second, doubling to half a minute, with a random part so that clients do not come as one. */
export function waitOf(failures: number): number {
  return Math.min(30_000, 1_000 * 2 ** Math.min(failures, 5)) * (0.5 + Math.random() / 2)
}
