import { describe, expect, it } from 'vitest'
import { learnSpelling } from '../../src/retrieval/spelling.ts'

const mend = learnSpelling([
  'What evidence do I need for a chargeback?',
  'The evidence must be readable.',
  'Where is my refund, and my refunds?',
])

describe('learnSpelling', () => {
  it.each([
    ['a wrong letter', 'evidense', 'evidence'],
    ['a missing letter', 'chargback', 'chargeback'],
    ['a letter too many', 'refunnd', 'refund'],
    ['two swapped letters', 'evidnece', 'evidence'],
    ['each of several slips', 'chargback evidense', 'chargeback evidence'],
    ['nothing of a known word', 'refunds', 'refunds'],
    ['nothing of a word that is far from all', 'terminal', 'terminal'],
    ['nothing of two slips', 'evidensse', 'evidensse'],
    ['nothing of a short word', 'neeed', 'neeed'],
    ['nothing of another script', '退款 evidense 多久', '退款 evidence 多久'],
  ])('mends %s', (_, slip, meant) => {
    expect(mend(slip)).toBe(meant)
  })

  it('takes the most used of two that are as near', () => {
    const either = learnSpelling(['paying paying', 'saying'])
    expect(either('qaying')).toBe('paying')
  })
})
