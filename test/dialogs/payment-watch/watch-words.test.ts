import { describe, expect, it } from 'vitest'
import {
  arrivalAnswer,
  watchAnswer,
  watchTexts,
  watchWish,
} from '../../../dialogs/payment-watch/watch-words.ts'
import { locales } from '../../../src/domain/locale.ts'

describe('a bare answer to an offer', () => {
  it.each([
    '1',
    '好',
    '好的',
    '好啊',
    '可以',
    '行',
    '行吧',
    '嗯',
    '嗯嗯',
    '要',
    '要的',
    '好的谢谢',
    '好的，麻烦您了',
    '那就麻烦你了，可以',
    '盯着吧',
    '帮我盯着',
    '没问题',
    'OK',
    'ok thanks',
    'yes',
    'yes please',
    'Yes, please do.',
    'sure',
    'Sure, thanks!',
    'yep',
    'go ahead',
    'please',
    'sounds good',
    'yes, that would be great',
    "yes I'd like that",
    'ＯＫ',
    '好，盯着',
  ])('is a yes: %s', (text) => expect(watchAnswer(text)).toBe('yes'))

  it.each([
    '不用',
    '不用了',
    '不用了谢谢',
    '不要',
    '不',
    '算了',
    '不必了',
    '好的不用了',
    'no',
    'No thanks',
    'no, thank you',
    'nope',
    'not needed',
    "I'm fine, thanks",
    'never mind',
  ])('is a no: %s', (text) => expect(watchAnswer(text)).toBe('no'))

  it.each([
    '谢谢',
    'thanks',
    'thank you so much',
    '好的，那笔1580呢',
    '可以转人工吗',
    '好像还没到',
    'ok so when will it come',
    'yesterday',
    'no money yet',
    '不对，是尾号6225',
    '为什么',
    'not in my account',
    '',
    '行不行啊这服务',
    'can you please check 1580',
  ])('is no answer: %s', (text) => expect(watchAnswer(text)).toBeUndefined())
})

describe('what is wanted of a watch', () => {
  it.each([
    ['帮我盯着这笔', 'start'],
    ['麻烦盯一下', 'start'],
    ['到账了告诉我一声', 'start'],
    ['keep watch on it please', 'start'],
    ['Can you let me know when it arrives?', 'start'],
    ['keep an eye on that', 'start'],
    ['别盯了', 'stop'],
    ['不用盯着了', 'stop'],
    ['不要再盯了', 'stop'],
    ['stop watching', 'stop'],
    ["please don't watch it any more", 'stop'],
    ['还在盯着吗', 'ask'],
    ['你还在帮我盯着吗？', 'ask'],
    ['are you still watching?', 'ask'],
    ['钱怎么还没到', undefined],
    ['我一直盯着手机，就是没到', undefined],
    ['I watched the terminal print it', undefined],
    ['where is my money', undefined],
  ])('%s', (text, wish) => expect(watchWish(text)).toBe(wish))
})

describe.each(locales)('what can be tapped in %s', (locale) => {
  it('is understood', () => {
    const { yes, no, itArrived, notArrived } = watchTexts[locale]
    expect([yes, no].map(watchAnswer)).toEqual(['yes', 'no'])
    expect([itArrived, notArrived].map(arrivalAnswer)).toEqual(['yes', 'no'])
  })
})

describe('"has it arrived?"', () => {
  it.each([
    ['收到了', 'yes'],
    ['到账了，谢谢', 'yes'],
    ['yes got it', 'yes'],
    ['还没有', 'no'],
    ['没收到', 'no'],
    ['not yet', 'no'],
    ["no, it hasn't", 'no'],
    ['为什么', undefined],
  ])('%s', (text, answer) => expect(arrivalAnswer(text)).toBe(answer))
})
