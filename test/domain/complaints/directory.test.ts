import { describe, expect, it } from 'vitest'
import {
  contact,
  directory,
  phoneOf,
  withOwnLines,
} from '../../../src/domain/complaints/directory.ts'
import { directoryIds } from '../../../src/domain/complaints/directory-ids.ts'
import { regimeIds, regimes } from '../../../src/domain/complaints/regimes.ts'
import { locales } from '../../../src/domain/locale.ts'

/** The reviewed numbers; a change here is a change of the directory and needs its review. */
const reviewedPhones = {
  cn_unionpay: '95516',
  cn_pboc_12363: '12363',
  cn_nfra_12378: '12378',
  cn_12315: '12315',
  cn_96110: '96110',
  cn_110: '110',
  gb_159: '159',
  gb_report_fraud: '0300 123 2040',
  gb_police_scotland: '101',
  gb_7726: '7726',
  us_cfpb: '(855) 411-2372',
}

describe('directory', () => {
  it('holds the reviewed numbers and no others', () => {
    const phones = [...directory].flatMap(([id, { phone }]) => (phone ? [[id, phone]] : []))
    expect(Object.fromEntries(phones)).toEqual(reviewedPhones)
  })

  it.each(directoryIds)('knows who keeps %s and names it in both languages', (id) => {
    const entry = contact(id)
    expect(entry.owner).not.toBe('')
    expect(entry.source).not.toBe('')
    expect(entry.reviewedAt).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    for (const locale of locales) expect(entry.name[locale]).not.toBe('')
    expect(entry.name['zh-CN']).toMatch(/\p{Script=Han}/u)
    expect(entry.name.en).not.toMatch(/\p{Script=Han}/u)
  })

  it("takes the deployer's own line and nothing else from him", () => {
    const own = withOwnLines({ acquirer: { phone: '400-000-0000' }, cn_110: { phone: '666' } })
    expect(phoneOf('acquirer')).toBeUndefined()
    expect(phoneOf('acquirer', own)).toBe('400-000-0000')
    expect(phoneOf('cn_110', own)).toBe('110')
  })

  it.each(regimeIds)('has a next instance for %s', (id) => {
    expect(directory.has(regimes[id].nextInstance)).toBe(true)
  })
})
