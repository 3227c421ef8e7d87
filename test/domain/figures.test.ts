import { describe, expect, it } from 'vitest'
import { figureNames, fillFigures, withoutFigures } from '../../src/domain/figures.ts'

describe('figures', () => {
  it.each([
    ['phone cn_110', '110', '110'],
    ['site cn_pcac', 'jubao.pcac.org.cn', 'jubao.pcac.org.cn'],
    ['answered gb_psd', '15 个工作日', '15 business days'],
    ['extended cn_bank 2', '60 天', '60 days'],
    ['answered gb_other', '8 周', '8 weeks'],
    ['cut-off cn.pos.t1', '23:00', '23:00'],
    ['days cn.pos.t1', '1 个工作日', '1 working day'],
    ['ticket cn.reversal.oneside', '7 个工作日', '7 working days'],
    ['ticket RC_OFFLINE_NOT_UPLOADED', '24 小时', '24 hours'],
    ['person P1', '15 分钟', '15 minutes'],
    ['tickets kept', '3 年', '3 years'],
    ['codes later', '90', '90'],
  ])('“%s” reads %s and %s', (name, chinese, english) => {
    expect(fillFigures(`{{${name}}}`, 'zh-CN')).toEqual({ text: chinese, unknown: [] })
    expect(fillFigures(`{{ ${name} }}`, 'en')).toEqual({ text: english, unknown: [] })
  })

  it('keep every line where it was and name the line of what does not exist', () => {
    const { text, unknown } = fillFigures('a\n{{phone cn_110}} or {{phone nobody}}\nb', 'en')
    expect(text).toBe('a\n110 or {{phone nobody}}\nb')
    expect(unknown).toEqual([{ line: 2, name: 'phone nobody' }])
  })

  it('never count to nothing, nor name what is not known', () => {
    const said = figureNames.map((name) => fillFigures(`{{${name}}}`, 'en').text)
    expect(said.filter((text) => text === '' || /\b0 |undefined/.test(text))).toEqual([])
    expect(figureNames).not.toContain('phone acquirer')
  })

  it('can be taken out to see what was typed', () => {
    expect(withoutFigures('call {{phone cn_110}} now')).toBe('call  now')
  })
})
