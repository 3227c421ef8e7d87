import { expect, it } from 'vitest'
import { statedCategory } from '../../../src/domain/complaints/stated-category.ts'

it.each([
  ['your staff were rude on the phone', 'service_quality'],
  ['客服态度太差', 'service_quality'],
  ['you leaked my data', 'privacy'],
  ['the rep lied to me about the rate', 'mis_selling'],
  ['the fee is higher than agreed', 'fee_dispute'],
  ['my 500 has not arrived', undefined],
])('takes "%s" for %s', (statement, category) => {
  expect(statedCategory(statement)).toBe(category)
})
