import { describe, expect, it } from 'vitest'
import { fillBlanks, openBlanks } from '../../../src/web/console/conversation/blanks.ts'
import { piecesOf } from '../../../src/web/console/conversation/rich-text.tsx'
import { newsOf, staleAfter } from '../../../src/web/console/data/live.ts'
import { createResources } from '../../../src/web/console/data/resources.ts'
import { pathOf, type Route, routeOf } from '../../../src/web/console/route.ts'
import { dateAndTime, stretch } from '../../../src/web/console/time.ts'
import { en } from '../../../src/web/console/words/en.ts'
import { zhCn } from '../../../src/web/console/words/zh-cn.ts'

describe('an address of the console', () => {
  it.each<Route>([
    { area: 'queue' },
    { area: 'mine', id: 'a/b c?d' },
    { area: 'tickets', id: 'TK20261124-00001Y' },
    { area: 'search', id: 'x', q: '1 万 & more' },
  ])('reads back as it was written: $area $id', (route) => {
    const [path = '', search = ''] = pathOf(route).split('?')
    expect(routeOf(path, search)).toEqual({ id: undefined, ...route })
  })

  it('leads to the queue when nobody knows it', () => {
    expect(routeOf('/console/nowhere').area).toBe('queue')
    expect(routeOf('/console/mine/%E0%A4%A').id).toBeUndefined()
  })
})

describe('colleagues in the same conversation', () => {
  it.each([
    [['Sam'], 'Sam is looking at this too.', 'Sam 也在看这个会话。'],
    [['Sam', '李薇'], 'Sam, 李薇 are looking at this too.', 'Sam、李薇 也在看这个会话。'],
  ])('are named as each language lists names: %j', (names, english, chinese) => {
    expect(en.conversation.alsoHere(names)).toBe(english)
    expect(zhCn.conversation.alsoHere(names)).toBe(chinese)
  })
})

describe('a stretch of time', () => {
  it.each([
    [0, 'under 1 min', '不到 1 分钟'],
    [59, 'under 1 min', '不到 1 分钟'],
    [60, '1 min', '1 分钟'],
    [3600, '1 h', '1 小时'],
    [7500, '2 h 5 min', '2 小时 5 分钟'],
    [200_000, '2 d', '2 天'],
  ])('of %d seconds is “%s” and “%s”', (seconds, en, zh) => {
    expect(stretch(seconds, 'en')).toBe(en)
    expect(stretch(seconds, 'zh-CN')).toBe(zh)
  })

  it('shows a day without an hour, and what is no date as it is', () => {
    expect(dateAndTime('2026-11-24', 'en')).toBe('Tue 24 Nov')
    expect(dateAndTime('soon', 'en')).toBe('soon')
  })
})

describe('news of the desk', () => {
  it.each(['', '{', '{"news":"other"}', '{"news":"conversation"}', 'null', '[]'])(
    'is nothing when it is %j',
    (frame) => {
      expect(newsOf(frame)).toBeUndefined()
    },
  )

  it('makes old what it is about', () => {
    const news = newsOf('{"news":"conversation","id":"a/b"}')
    expect(news && staleAfter(news)).toEqual(['/conversations/a%2Fb', '/handoffs'])
  })
})

describe('a canned answer', () => {
  it('is filled with what is known, and names what is left open', () => {
    const text = fillBlanks('{{customer}}: {{ amount }} by {{due}}, {{due}}', {
      customer: 'Li',
      amount: '¥1',
    })
    expect(text).toBe('Li: ¥1 by {{due}}, {{due}}')
    expect(openBlanks(text)).toEqual(['{{due}}'])
  })
})

describe('a text', () => {
  it.each([
    'plain',
    '**bold** and https://a.example/x?y=1, more',
    '<b>no</b>',
    'http://a.example',
    '',
  ])('loses nothing in its pieces: %j', (text) => {
    const whole = piecesOf(text)
      .map((piece) => piece.text)
      .join('')
    expect(whole).toBe(text.replaceAll('**', ''))
  })

  it('makes a link of https alone', () => {
    const kinds = piecesOf('https://a.example javascript:alert(1)').map(({ kind }) => kind)
    expect(kinds).toEqual(['link', 'plain'])
  })

  it.each([
    '(see https://a.example/x).',
    '![x](https://a.example/x)',
    'is it https://a.example/x?',
    'go to https://a.example/x: now',
  ])('keeps the sentence’s own marks out of the link: %s', (text) => {
    const links = piecesOf(text).filter(({ kind }) => kind === 'link')
    expect(links.map((piece) => piece.text)).toEqual(['https://a.example/x'])
  })
})

describe('what the console has read', () => {
  it('shows the newest answer, though an older one comes after it', async () => {
    const answers: ((value: string) => void)[] = []
    const resources = createResources(() => new Promise((done) => answers.push(done)))
    resources.follow('/desk', () => {})
    const again = resources.refresh('/desk')
    answers[1]?.('new')
    await again
    answers[0]?.('old')
    await Promise.resolve()
    expect(resources.known('/desk').value).toBe('new')
  })

  it('is read again only while somebody looks at it', async () => {
    const read: string[] = []
    const resources = createResources(async (path) => read.push(path))
    const leave = resources.follow('/desk', () => {})
    leave()
    await resources.refresh('/')
    expect(read).toEqual(['/desk'])
  })
})
