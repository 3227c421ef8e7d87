import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ContingencyPlan, planLimits } from '../../src/domain/contingency/plan.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { pageRoutes } from '../../src/web/page-files.ts'
import { planRoutes } from '../../src/web/plan-page.ts'
import { plan } from '../storage/sample.ts'
import { launchChromium, openWatched } from '../support/browser.ts'
import { overflowOf } from '../support/chat-driver.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let browser: Browser
let web: TestWeb
let shown: { plan: ContingencyPlan; locale: Locale } = { plan: {}, locale: 'en' }
const id = 'a'.repeat(43)

beforeAll(async () => {
  browser = await launchChromium()
  web = await startTestWeb()
  const expiresAt = '2999-01-01T00:00:00.000Z'
  const store = { plan: async () => plan(id, { ...shown, expiresAt }) }
  web.server.add([...pageRoutes(), ...planRoutes({ store, now: () => new Date() })])
})

afterAll(async () => {
  await browser.close()
  await web.stop()
})

/** As long as answers can be. */
function longest(letter: string): ContingencyPlan {
  const [short, long] = [letter.repeat(planLimits.short), letter.repeat(planLimits.long)]
  return {
    shop: short,
    serviceLine: long,
    people: Array(planLimits.people).fill(short),
    ways: ['second_terminal', 'other_code', 'bank_transfer', 'cash'],
    otherWays: short,
    funds: { wait: short, reserve: short, canWait: short, account: short },
    decider: short,
  }
}

const cases: [string, Locale, ContingencyPlan][] = [
  ['nothing told in English', 'en', {}],
  ['nothing told in Chinese', 'zh-CN', {}],
  ['the longest answers in English', 'en', longest('W')],
  ['the longest answers in Chinese', 'zh-CN', longest('备')],
]

describe('the sheet of a contingency plan', () => {
  it.each(cases)('prints on one A4 page with %s', async (_what, locale, told) => {
    shown = { plan: told, locale }
    const { page, complaints, close } = await openWatched(browser, `${web.url}/plans/${id}`)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    await close()
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][\d.]* 84[12]/)
    expect(complaints).toEqual([])
  })

  it.each(cases)('has nothing that axe objects to with %s', async (_what, locale, told) => {
    shown = { plan: told, locale }
    const { page, close } = await openWatched(browser, `${web.url}/plans/${id}`)
    await page.evaluate(axe.source)
    const found = await page.evaluate(() =>
      (globalThis as typeof globalThis & { axe: typeof axe }).axe.run(),
    )
    await close()
    expect(found.violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([])
    expect(found.passes.length).toBeGreaterThan(10)
  })

  it('fits a telephone, and offers to print', async () => {
    shown = { plan: longest('备'), locale: 'zh-CN' }
    const viewport = { width: 360, height: 740 }
    const { page, close } = await openWatched(browser, `${web.url}/plans/${id}`, { viewport })
    await page.getByRole('button', { name: '打印本页' }).waitFor()
    const overflow = await overflowOf(page)
    await close()
    expect(overflow).toBeLessThanOrEqual(0)
  })
})
