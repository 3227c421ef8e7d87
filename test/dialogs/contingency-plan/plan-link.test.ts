import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEngine, type Talk, type TestEngine } from '../../support/talk.ts'

let engine: TestEngine

beforeAll(async () => {
  const settings = { CLOCK_START: '2026-11-23T10:00:00+08:00' }
  engine = await startEngine(settings, { pagesAt: 'https://support.example' })
})

afterAll(() => engine.stop())

/** Makes a plan of these answers; what else is asked stays blank. */
async function made(talk: Talk, ...answers: string[]) {
  await talk.say('make a contingency plan')
  for (const answer of answers) await talk.say(answer)
  return linkIn(await talk.say('skip the rest'))
}

function linkIn(bubbles: Awaited<ReturnType<Talk['say']>>) {
  const entities = bubbles.flatMap((bubble) => bubble.entities)
  const link = entities.find(({ type }) => type === 'support/plan')
  if (link?.type !== 'support/plan') throw new Error('no link')
  return { ...link, id: link.url.split('/').at(-1) ?? '', text: bubbles.at(-1)?.text }
}

const told = async (id: string) => (await engine.engine.store.plan(id))?.plan

describe('the link to a plan', () => {
  it('leads to the stored plan, for thirty days', async () => {
    const talk = await engine.talk({ locale: 'en' })
    const { url, id, expiresAt, reviewOn, text } = await made(talk, 'Blue Door')
    expect(url).toMatch(/^https:\/\/support\.example\/plans\/[\w-]{43}$/)
    expect(text).toContain(url)
    expect(expiresAt).toMatch(/^2026-12-23T02:00/)
    expect(reviewOn).toBe('2027-05-23')
    expect(await told(id)).toEqual({ shop: 'Blue Door' })
  })

  it('is another one for each plan', async () => {
    const [one, other] = [await engine.talk({ locale: 'en' }), await engine.talk({ locale: 'en' })]
    expect((await made(one)).id).not.toBe((await made(other)).id)
  })

  it('stays the same when the plan is changed', async () => {
    const talk = await engine.talk({ locale: 'en' })
    const { id } = await made(talk, 'Blue Door')
    expect(linkIn(await talk.say('the shop is called Red Door')).id).toBe(id)
    expect(await told(id)).toEqual({ shop: 'Red Door' })
  })

  it('leads to no card number, whole or in parts', async () => {
    const talk = await engine.talk({ locale: 'en' })
    const { id } = await made(talk, 'Blue Door', 'FastPay card 4111 1111 1111 1111')
    expect(JSON.stringify(await told(id))).not.toMatch(/1111/)
    const split = await engine.talk({ locale: 'en' })
    const parted = await made(split, 'Blue Door', 'FastPay 4111 1111')
    await split.say('1111 1111')
    expect(JSON.stringify(await told(parted.id))).not.toMatch(/1111/)
  })
})
