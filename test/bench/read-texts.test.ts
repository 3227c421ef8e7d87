import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readTexts, Trouble } from '../../bench/understanding/read-texts.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daozhang-texts-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function read(content: string | Buffer, name = 'set.csv') {
  const path = join(folder, name)
  writeFileSync(path, content)
  return readTexts(path)
}

const two = [
  { text: 'Where, exactly, is my "card"?', label: 'card_arrival' },
  { text: '钱没到账', label: 'late' },
]
const table = 'text,category\n"Where, exactly, is my ""card""?",card_arrival\n钱没到账,late\n'

describe('labelled texts', () => {
  it.each([
    ['CSV', table, 'set.csv'],
    [
      'CSV of Windows, with a mark and empty lines',
      `\ufeff${table.replaceAll('\n', '\r\n\r\n')}`,
      'set.csv',
    ],
    [
      'the columns the other way round',
      'Intent;Utterance\ncard_arrival;"Where, exactly, is my ""card""?"\nlate;钱没到账',
      'set.csv',
    ],
    ['TSV', 'label\ttext\ncard_arrival\tWhere, exactly, is my "card"?\nlate\t钱没到账', 'set.tsv'],
    [
      'more columns',
      'id,text,x,label\n1,"Where, exactly, is my ""card""?",,card_arrival\n2,钱没到账,,late',
      'set.csv',
    ],
    [
      'two columns of other names',
      'a,b\n"Where, exactly, is my ""card""?",card_arrival\n钱没到账,late',
      'set.csv',
    ],
    [
      'Chinese headings',
      '句子,意图\n"Where, exactly, is my ""card""?",card_arrival\n钱没到账,late',
      'set.csv',
    ],
    ['JSON lines', two.map((each) => JSON.stringify(each)).join('\n'), 'set.jsonl'],
    [
      'JSON lines that say intent',
      two
        .map(({ text, label }) => JSON.stringify({ text, intent: label, entities: [] }))
        .join('\n'),
      'set.jsonl',
    ],
    ['a JSON array', JSON.stringify(two, null, 2), 'set.json'],
    ['JSON pairs', JSON.stringify(two.map(({ text, label }) => [text, label])), 'set.json'],
  ])('are read from %s', (_, content, name) => {
    expect(read(content, name)).toEqual(two)
  })

  it('are read from a table whose cells hold line breaks', () => {
    expect(read('text,label\n"one\ntwo",a\n')).toEqual([{ text: 'one\ntwo', label: 'a' }])
  })

  it('are read from GB 18030 and UTF-16, as spreadsheets write them', () => {
    const chinese = Buffer.from([0xc7, 0xae, 0xc3, 0xbb, 0xb5, 0xbd])
    const gb = Buffer.concat([Buffer.from('text,label\n'), chinese, Buffer.from(',late\n')])
    expect(read(gb)).toEqual([{ text: '钱没到', label: 'late' }])
    const utf16 = Buffer.from('\ufefftext,label\n钱没到,late\n', 'utf16le')
    expect(read(utf16)).toEqual([{ text: '钱没到', label: 'late' }])
  })

  it.each([
    { of: 'three columns and no label', content: 'text,b,c\nx,y,z', words: /"label".*text, b, c/ },
    { of: 'no heading', content: 'hello\nworld', words: /names no columns/ },
    { of: 'no rows', content: 'text,label\n', words: /no row/ },
    {
      of: 'a broken line',
      content: '{"text":"a","label":"b"}\n{"text',
      name: 'set.jsonl',
      words: /line 2 is not JSON/,
    },
    {
      of: 'a record without a label',
      content: '{"text":"a"}',
      name: 'set.jsonl',
      words: /record 1 needs "text" and "label"/,
    },
  ])('with $of are refused in words that help', ({ content, name, words }) => {
    expect(() => read(content, name)).toThrow(Trouble)
    expect(() => read(content, name)).toThrow(words)
  })

  it('of a file that is not there are refused too', () => {
    expect(() => readTexts(join(folder, 'none.csv'))).toThrow(/cannot be read. Give the path/)
  })
})
