import { describe, expect, it } from 'vitest'
import { ticketWords } from '../../../dialogs/words/ticket-words.ts'
import { locales } from '../../../src/domain/locale.ts'

describe('ticketWords', () => {
  it.each(locales)('has a different word for every code in %s', (locale) => {
    for (const words of Object.values(ticketWords[locale])) {
      const said = Object.values(words)
      expect(said).not.toContain('')
      expect(new Set(said).size).toBe(said.length)
    }
  })

  it('mixes no language into the other', () => {
    expect(JSON.stringify(ticketWords.en)).not.toMatch(/\p{Script=Han}/u)
    for (const words of Object.values(ticketWords['zh-CN'])) {
      for (const word of Object.values(words)) expect(word).not.toMatch(/[A-Za-z]/)
    }
  })

  it.each(locales)('shows no code of ours in %s', (locale) => {
    for (const words of Object.values(ticketWords[locale])) {
      for (const word of Object.values(words)) expect(word).not.toMatch(/_|\bP[1-4]\b|RC_/)
    }
  })
})
