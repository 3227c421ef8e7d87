import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/retrieval/front-matter.ts'

describe('readFrontMatter', () => {
  it('reads values, lists, line numbers and the text', () => {
    const text =
      '---\ntitle: A: "quoted" title\nquestions:\n  - one? #1\n  - two\n---\n\nBody\n\nmore\n'
    expect(readFrontMatter(text, 'a.md')).toEqual({
      header: { title: 'A: "quoted" title', questions: ['one? #1', 'two'] },
      lines: { title: 2, questions: 3 },
      body: 'Body\n\nmore',
    })
  })

  it('reads a file with Windows line ends', () => {
    expect(readFrontMatter('---\r\ntitle: T\r\n---\r\nBody\r\n', 'a.md').header).toEqual({
      title: 'T',
    })
  })

  it.each([
    ['no header', 'Body', 'a.md:1: the header must stand'],
    ['an open header', '---\ntitle: T\n', 'a.md:1: the header must stand'],
    ['a line that is neither', '---\ntitle: T\nnonsense\n---\nBody', 'a.md:3: expected'],
    ['an item without a list', '---\ntitle: T\n  - item\n---\nBody', 'a.md:3: expected'],
    ['a key given twice', '---\ntitle: T\ntitle: U\n---\nBody', 'a.md:3: "title" is given twice'],
    ['no text', '---\ntitle: T\n---\n \n', 'a.md:3: the text is empty'],
  ])('refuses %s and names the line', (_, text, message) => {
    expect(() => readFrontMatter(text, 'a.md')).toThrow(
      expect.objectContaining({
        code: 'knowledge_invalid',
        message: expect.stringContaining(message),
      }),
    )
  })
})
