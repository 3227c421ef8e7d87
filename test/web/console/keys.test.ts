import { describe, expect, it } from 'vitest'
import { commandOf, type KeyPress, keysOf } from '../../../src/web/console/keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  alt: false,
  meta: false,
  composing: false,
  inField: false,
  inList: false,
  before: '',
  ...more,
})

describe('a key of the console', () => {
  it.each(Object.entries(keysOf))('does %s with %s', (command, keys) => {
    const [first = '', second] = keys.split(' ')
    const pressed = second ? press(second, { before: first }) : press(first)
    expect(commandOf(pressed)).toBe(command)
  })

  it.each([
    ['in a text field', { inField: true }],
    ['while an input method composes', { composing: true }],
    ['with Ctrl', { ctrl: true }],
    ['with Alt', { alt: true }],
    ['with the command key', { meta: true }],
  ])('does nothing %s', (_where, more) => {
    expect(commandOf(press('x', more))).toBeUndefined()
  })

  it('walks a list with arrows only while the focus is in it', () => {
    expect(commandOf(press('ArrowDown', { inList: true }))).toBe('next')
    expect(commandOf(press('ArrowUp', { inList: true }))).toBe('previous')
    expect(commandOf(press('ArrowDown'))).toBeUndefined()
  })

  it('means something else after g', () => {
    expect(commandOf(press('t'))).toBe('transfer')
    expect(commandOf(press('t', { before: 'g' }))).toBe('tickets')
  })
})
