import { describe, expect, it } from 'vitest'
import { createLog, type LogFields } from '../../src/observability/log.ts'

function written(fields: object) {
  const lines: string[] = []
  const log = createLog({ level: 'debug', destination: { write: (line) => lines.push(line) } })
  log.info('happened', fields as LogFields)
  return JSON.parse(lines[0] ?? '{}')
}

describe('the log', () => {
  it('writes an event with its fields', () => {
    const fields = { conversationId: 'c-1', ms: 3, code: 'store_unavailable' }
    expect(written(fields)).toMatchObject({ msg: 'happened', ...fields })
  })

  it.each([
    ['a field that is not listed', { text: 'where is my money' }],
    ['a whole activity', { activity: { text: 'where is my money' } }],
    ['an object in a listed field', { code: { text: 'where is my money' } }],
  ])('drops %s', (_case, fields) => {
    expect(JSON.stringify(written(fields))).not.toContain('money')
  })

  it.each([
    ['a sentence', 'where is my money'],
    ['Chinese', '钱没到账'],
    ['a card number', '6222021234567890123'],
    ['a card number in groups', '6222-0212-3456-7890'],
    ['a very long word', 'x'.repeat(200)],
  ])('withholds %s', (_case, value) => {
    expect(written({ code: value }).code).toBe('[withheld]')
  })

  it('keeps ids', () => {
    const conversationId = '0b8f7a6e-1c2d-4e3f-8a9b-123456789012'
    expect(written({ conversationId }).conversationId).toBe(conversationId)
  })
})
