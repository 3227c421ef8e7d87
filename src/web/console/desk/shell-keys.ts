import { moveRow, useKeys } from '../data/keyboard.tsx'
import { go } from '../router.ts'

/** The keys that work everywhere. */
export function useShellKeys(onHelp: () => void): void {
  useKeys({
    next: () => moveRow(1),
    previous: () => moveRow(-1),
    queue: () => go({ area: 'queue' }),
    mine: () => go({ area: 'mine' }),
    tickets: () => go({ area: 'tickets' }),
    search: () => go({ area: 'search' }),
    help: onHelp,
  })
}
