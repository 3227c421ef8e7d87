import { describe, expect, it } from 'vitest'
import { toldRole } from '../../../src/domain/handoff/told-role.ts'

describe('the side a customer says they are on', () => {
  it.each([
    ['a shop', { facts: { role: 'merchant' } }, 'merchant'],
    ['somebody with a card', { facts: { role: 'cardholder' } }, 'cardholder'],
    ['who has not said', { facts: { cues: [] } }, undefined],
    ['what is no side', { facts: { role: 'root' } }, undefined],
    ['a talk that has just begun', {}, undefined],
    ['a state of another shape', { facts: null }, undefined],
  ])('is read of %s', (_who, state, role) => {
    expect(toldRole(state)).toBe(role)
  })
})
