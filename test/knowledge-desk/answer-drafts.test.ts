import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import {
  type AnswersWish,
  draftsOfAnswers,
} from '../../src/knowledge-desk/answer-drafts/answer-drafts.ts'
import { keepDrafts } from '../../src/knowledge-desk/keep-drafts.ts'
import { publish } from '../../src/knowledge-desk/publish.ts'
import { loadArticles } from '../../src/retrieval/load-articles.ts'
import { knowledgeOf } from './pairs.ts'
import { smallWorld } from './small-world.ts'

const wish: AnswersWish = { month: '2026-11', today: '2026-11-27', timeZone: 'UTC' }
const unknown = [{ outcome: 'unknown' }] as const
const cheques = ['do you accept cheques', 'do you accept cheques at all']
const said = 'Dear Ana, this is Wu Lei: we take cards, no cheques. Call 13800138000.'

async function twoAskAndOneIsAnswered(customers = ['ana', 'ben']) {
  const world = await smallWorld()
  const [first] = await Promise.all(
    cheques.map((text, at) =>
      world.ask(text, [...unknown], { customer: customers[at] ?? '', name: 'Ana Lopez' }),
    ),
  )
  return { ...world, first: first ?? '' }
}

describe('agents’ answers as drafts', () => {
  it('hold the questions and what the agent said, without whoever it was', async () => {
    const { store, answer, first } = await twoAskAndOneIsAnswered()
    await answer(first, [said, 'A QR code works, too.'])
    const [draft, ...more] = await draftsOfAnswers(wish, store)
    expect(more).toEqual([])
    expect(draft).toMatchObject({ locale: 'en', id: 'answers/do-you-accept-cheques-at-all' })
    expect(draft?.text).toContain(`questions:\n  - ${cheques[1]}\n  - ${cheques[0]}\n`)
    expect(draft?.text).toContain(
      'Dear […], this is […]: we take cards, no cheques. Call […].\n\nA QR',
    )
    expect(draft?.text).not.toMatch(/Ana|Wu Lei|138|Never to be taken|back with the assistant/)
  })

  it('are refused by publishing while they hold marks to edit, and are written once', async () => {
    const { store, answer, first, ask } = await twoAskAndOneIsAnswered()
    await answer(first, [said])
    const knowledge = await knowledgeOf({})
    const { written } = await keepDrafts(knowledge, await draftsOfAnswers(wish, store))
    expect(written).toHaveLength(1)
    expect(await loadArticles(knowledge)).toEqual([])
    const { done, lines } = await publish(
      knowledge,
      'answers/do-you-accept-cheques-at-all',
      wish.today,
    )
    expect(done).toBe(false)
    expect(lines.join('\n')).toMatch(
      /something was taken out at “\[…\]”[\s\S]*something was taken out/,
    )
    expect(lines.join('\n')).toMatch(/missing in zh-CN[\s\S]*nobody has approved/)

    await ask('do you accept cheques today', [...unknown], { at: '2026-11-20T00:00:00.000Z' })
    const again = await draftsOfAnswers(wish, store)
    expect(again[0]?.id).not.toBe('answers/do-you-accept-cheques-at-all')
    expect(await keepDrafts(knowledge, again)).toEqual({ written: [], kept: 1 })
    expect(await readFile(written[0] ?? '', 'utf8')).toContain('do you accept cheques')
  })

  it.each([
    ['only one customer asked', ['ana', 'ana'], [said]],
    ['nobody answered', ['ana', 'ben'], []],
  ])('are not made when %s', async (_, customers, texts) => {
    const { store, answer, first } = await twoAskAndOneIsAnswered(customers)
    if (texts.length > 0) await answer(first, texts)
    expect(await draftsOfAnswers(wish, store)).toEqual([])
  })

  it('take nothing that was said before the question', async () => {
    const world = await smallWorld()
    const id = await world.ask('hello', [], { customer: 'ana' })
    await world.answer(id, ['About something else.'])
    await world.ask(cheques[0] ?? '', [...unknown], { customer: 'ben' })
    expect(await draftsOfAnswers(wish, world.store)).toEqual([])
  })
})
