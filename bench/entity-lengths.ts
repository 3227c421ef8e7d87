import { findEntities } from '../src/nlu/find-entities.ts'
import { readingOf } from '../src/nlu/reading-form.ts'
import { nastyPieces } from '../test/nlu/nasty-pieces.ts'

/*
 * How the work of finding entities grows with the length of a message: the least milliseconds for
 * 500 and for 2,000 characters of each piece that patterns like to stumble over. Four times the
 * length should cost about four times as much. `node bench/entity-lengths.ts`
 */

const rounds = 15
const context = { now: new Date(), timeZone: 'Asia/Shanghai', locale: 'zh-CN' } as const

function milliseconds(piece: string, length: number): number {
  const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now()
    findEntities(readingOf(text), context)
    least = Math.min(least, performance.now() - startedAt)
  }
  return least
}

const rows = nastyPieces.map((piece) => {
  milliseconds(piece, 500)
  const [short, long] = [milliseconds(piece, 500), milliseconds(piece, 2_000)]
  return {
    piece,
    'ms at 500': short.toFixed(1),
    'ms at 2,000': long.toFixed(1),
    times: (long / short).toFixed(1),
  }
})
process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`)
