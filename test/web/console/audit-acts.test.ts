import { describe, expect, it } from 'vitest'
import { locales } from '../../../src/domain/locale.ts'
import { changeOf, lookOf } from '../../../src/web/api/audited.ts'
import { apiOperations } from '../../../src/web/api/operations.ts'
import { actWords } from '../../../src/web/console/words/audit-acts.ts'

describe('the acts of the audit', () => {
  it.each(locales)('have words for each that the API notes, in %s', (locale) => {
    const noted = apiOperations({} as never).filter(({ record }) => record !== 'nothing')
    const acts = noted.map((each) => (each.record === 'look' ? lookOf : changeOf)(each, {}, {}).act)
    expect(acts.length).toBeGreaterThan(30)
    expect(acts.filter((act) => actWords(act, locale) === undefined)).toEqual([])
  })
})
