import { sheetLifetimeDays } from '../domain/contingency/plan.ts'
import { localTime } from '../domain/local-time.ts'

interface Sheet {
  id: string
  madeOn: string
  expiresAt: string
}

const dayMs = 86_400_000

/** The sheet a plan has, made anew on this day; one whose link has expired gets another address. */
export function sheetOf(known: Sheet | undefined, clock: { now: Date; timeZone: string }): Sheet {
  const { now, timeZone } = clock
  const isOpen = known !== undefined && now.getTime() < Date.parse(known.expiresAt)
  return {
    id: isOpen ? known.id : unguessable(),
    madeOn: localTime(now, timeZone).day,
    expiresAt: new Date(now.getTime() + sheetLifetimeDays * dayMs).toISOString(),
  }
}

/** 256 random bits that may stand in an address. */
function unguessable(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return Buffer.from(bytes).toString('base64url')
}
