import type { Edit } from './edit.ts'
import { cardMark } from './marks.ts'

/** Track 1 and track 2 of a magnetic stripe, with or without their sentinels. */
const tracks: readonly RegExp[] = [
  /%?B ?(?<![0-9])([0-9]{13,19})\^[^^\n]{2,40}\^[0-9=]{4,60}[^?\s]{0,80}\??/gi,
  /;?(?<![0-9])([0-9]{13,19})[=D][0-9]{7,40}[0-9=]{0,60}\??/g,
]

/** Stripe data goes as a whole; the card's last four stay. */
export function findTracks(glyphs: string): Edit[] {
  return tracks.flatMap((track) =>
    [...glyphs.matchAll(track)].map((match): Edit => {
      const mark = cardMark((match[1] ?? '').slice(-4))
      const end = match.index + match[0].length
      return { start: match.index, end, kinds: ['card_number', 'track_data'], mark }
    }),
  )
}
