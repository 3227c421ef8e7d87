import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookAtFile } from '../../../src/domain/files/look-at-file.ts'

const card = '4111 1111 1111 1111'
const png = '\x89PNG\r\n\x1A\n'
const jpeg = '\xFF\xD8\xFF\xFE'
const pdf = '%PDF-1.7\n'
const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('lookAtFile', () => {
  it.each([
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['image/gif', 'GIF89a'],
    ['image/webp', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['image/heic', '\0\0\0\x18ftypheic'],
    ['application/pdf', pdf],
  ])('knows %s by its first bytes', (contentType, head) => {
    expect(lookAtFile(bytes(`${head}rest`))).toEqual({ contentType })
  })

  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing that can run scripts', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()">'],
    ['plain text', `my card is ${card}`],
    ['a program', 'MZ\x90\0'],
    ['a packed folder', 'PK\x03\x04'],
    ['a page that begins a moment later as a picture', `<html>${png}`],
  ])('keeps no %s', (_what, text) => {
    expect(lookAtFile(bytes(text))).toEqual({ notKept: 'kind' })
  })

  it.each([
    ['the text of a PDF', `${pdf}BT (Card ${card}) Tj ET`],
    ['the notes of a PNG', `${png}\0\0\0\x20tEXtComment\0paid with ${card}, see slip\xAE`],
    ['the notes of a JPEG', `${jpeg}\0\x20${card.replaceAll(' ', '')}\xFF\xDB`],
  ])('keeps none with a card number in %s', (_where, text) => {
    expect(lookAtFile(bytes(text))).toEqual({ notKept: 'card_number' })
  })

  it.each([
    ['the tables of a PDF', `${pdf}xref\n0 3\n0000004111 11111 n\n0000111111 00000 n\n`],
    ['the reference on a slip', `${pdf}BT (RRN 620059000001, total 12.50) Tj ET`],
    ['the day a photo was taken', `${jpeg}\0\x14 2026:11:27 19:04:33 2026:11:27 19:04:33`],
  ])('is not misled by %s', (_what, text) => {
    expect(lookAtFile(bytes(text))).toHaveProperty('contentType')
  })

  it('never throws, whatever the bytes are', () => {
    const head = fc.constantFrom(png, jpeg, pdf, 'GIF8', '')
    fc.assert(
      fc.property(head, fc.uint8Array({ maxLength: 4_000 }), (start, rest) => {
        const seen = lookAtFile(Buffer.concat([bytes(start), rest]))
        expect(Object.keys(seen)).toHaveLength(1)
      }),
    )
  })
})
