/** One tab after the other, where the browser has locks; elsewhere at once. */
export async function inTurn(work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request('daozhang', work)
  else await work()
}
