import fc from 'fast-check'
import { describe, it } from 'vitest'
import { type AuditNote, hashedText } from '../../../src/domain/agents/audit.ts'

const note = fc.record(
  {
    at: fc.string(),
    actor: fc.string(),
    act: fc.string(),
    object: fc.string(),
    detail: fc.string(),
  },
  { requiredKeys: ['at', 'actor', 'act', 'object'] },
)

describe('the text an entry’s hash is made of', () => {
  it('is another one for any other entry: nothing can move from one field to the next', () => {
    const entry = fc.tuple(fc.string(), fc.nat(), note)
    fc.assert(
      fc.property(entry, entry, (one, other) => {
        const isSame = JSON.stringify(plain(one)) === JSON.stringify(plain(other))
        return isSame === (hashedText(...one) === hashedText(...other))
      }),
    )
  })
})

const plain = ([previous, seq, { at, actor, act, object, detail }]: [
  string,
  number,
  AuditNote,
]) => ({
  previous,
  seq,
  at,
  actor,
  act,
  object,
  detail,
})
