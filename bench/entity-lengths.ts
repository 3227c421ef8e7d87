import { findEntities } from '../src/nlu/find-entities.ts'
import { readingOf } from '../src/nlu/reading-form.ts'
import { nastyPieces } from '../test/nlu/nasty-pieces.ts'
import { quantile } from './load.ts'

/*
 * How the work of finding entities grows with the length of a message: the median milliseconds for
 * 500 and for 2,000 characters of each piece that patterns like to stumble over. Four times the
 * length should cost about four times as much. `node bench/entity-lengths.ts`
 */

const rounds = 7
const context = { now: new Date(), timeZone: 'Asia/Shanghai', locale: 'zh-CN' } as const

function milliseconds(piece: string, length: number): number {
  const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
  const times = Array.from({ length: rounds }, () => {
    const startedAt = performance.now()
    findEntities(readingOf(text), context)
    return performance.now() - startedAt
  })
  return quantile(times.toSorted((a, b) => a - b), 0.5)
}

const rows = nastyPieces.map((piece) => {
  milliseconds(piece, 500)
  const [short, long] = [milliseconds(piece, 500), milliseconds(piece, 2_000)]
  return { piece, 'ms at 500': short.toFixed(1), 'ms at 2,000': long.toFixed(1), times: (long / short).toFixed(1) }
})
process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`)
