import { describe, expect, it } from 'vitest'
import { directoryEn } from '../../../dialogs/words/directory.en.ts'
import { directoryZhCn } from '../../../dialogs/words/directory.zh-cn.ts'
import { contactProblems } from '../../../src/domain/complaints/route-contact.ts'
import { asksForSecret } from '../../../src/domain/never-ask.ts'

describe('the words of the directory', () => {
  it.each(contactProblems)('say what to have, to say and to expect about %s', (problem) => {
    for (const text of Object.values(directoryEn[problem])) {
      expect(text).toMatch(/\w/)
      expect(text).not.toMatch(/\p{Script=Han}/u)
    }
    for (const text of Object.values(directoryZhCn[problem])) {
      expect(text).toMatch(/\p{Script=Han}/u)
      expect(text).not.toMatch(/[A-Za-z]/)
    }
  })

  it.each(contactProblems)('hold no phone number and ask for no secret about %s', (problem) => {
    for (const { have, say, expect: hoped } of [directoryEn[problem], directoryZhCn[problem]]) {
      expect(`${have}${say}${hoped}`).not.toMatch(/\d/)
      expect(asksForSecret(`Please give us: ${have}`)).toBe(false)
      expect(asksForSecret(`请提供：${have}`)).toBe(false)
    }
  })
})
