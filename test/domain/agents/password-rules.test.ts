import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passwordProblem } from '../../../src/domain/agents/password-rules.ts'

const names = ['ana.li@desk.example', 'ana.li', 'Ana Li']

describe('a password', () => {
  it.each([
    ['four brave little otters', undefined],
    ['四只勇敢的小水獭过河了呢', undefined],
    ['ana.li has a green bicycle', undefined],
    ['eleven char', 'too_short'],
    ['水獭水獭水獭', 'too_short'],
    ['🦦'.repeat(11), 'too_short'],
    ['x'.repeat(201), 'too_long'],
    ['ana.li@desk.example', 'is_name'],
    ['ANA.LI@desk.example', 'is_name'],
    ['ana.li-2026-11-27', 'is_name'],
    ['Ana LiAna LiAna Li', 'is_name'],
    ['12.AnaLi.12.12', 'is_name'],
    ['password1234', 'easily_guessed'],
    ['PassWord1234', 'easily_guessed'],
    ['ｐａｓｓｗｏｒｄ１２３４', 'easily_guessed'],
    ['woaini1314520', 'easily_guessed'],
    ['123456789012', 'easily_guessed'],
    ['987654321098', 'easily_guessed'],
    ['abcdefghijklm', 'easily_guessed'],
    ['aaaaaaaaaaaaa', 'easily_guessed'],
    ['abcabcabcabcab', 'easily_guessed'],
  ])('%s is %s', (password, problem) => {
    expect(passwordProblem(password, names)).toBe(problem)
  })

  it('of random words is taken whatever the names are', () => {
    const word = fc.string({
      minLength: 12,
      maxLength: 40,
      unit: fc.constantFrom(...'bcdfghjkmnpqrstvwxz23456789'),
    })
    fc.assert(
      fc.property(word, (password) => {
        const isVaried = new Set(password).size > 6
        return !isVaried || passwordProblem(password, ['ana', 'Ana Li']) === undefined
      }),
    )
  })
})
