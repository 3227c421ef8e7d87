import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hostileMarkup } from '../security/naughty-strings.ts'
import { say } from '../support/chat-driver.ts'
import { consoleTests, newCustomer, rowOf } from '../support/console-driver.ts'
import { call, post } from '../support/web.ts'

const desk = consoleTests()

const all = hostileMarkup.join('\n')
const token = () => desk.app().secrets.adminToken
const send = async (path: string, body: object) => {
  const answer = await post(`${desk.app().url}/api/v1${path}`, token(), body)
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}

/**
 * Whatever would have come to life: elements nobody but hostile words brings, and what they run. A
 * link that is drawn of an address shows that address, and tells it nothing of the desk.
 */
function watchFor(page: Page) {
  const ran: string[] = []
  page.on('dialog', async (dialog) => {
    ran.push(dialog.message())
    await dialog.dismiss()
  })
  const alive = page.locator('img, iframe, body script, [onerror], [onload], a[href^="javascript"]')
  const links = page.locator('a[href*="evil.example"]')
  const masked = () =>
    links.evaluateAll((all) =>
      all
        .filter(
          (a) => a.textContent !== a.getAttribute('href') || !a.matches('[rel~="noreferrer"]'),
        )
        .map((a) => a.outerHTML),
    )
  return async () => [...ran, ...(await alive.allInnerTexts()), ...(await masked())]
}

const withoutSpaces = (text: string | null) => (text ?? '').replaceAll(/\s+/gu, '')

/** Every string stands there, as it was written. */
async function expectShown(page: Page, selector: string, words: readonly string[] = hostileMarkup) {
  await expect
    .poll(async () => {
      const shown = withoutSpaces((await page.locator(selector).allTextContents()).join())
      return words.filter((each) => !shown.includes(withoutSpaces(each)))
    })
    .toEqual([])
}

async function waiting(name: string) {
  const customer = await newCustomer(desk.app(), { name })
  await customer.say('I want to talk to a person')
  return customer
}

const conversationId = ({ chat }: Awaited<ReturnType<typeof newCustomer>>) => chat.id

describe('hostile words are words', () => {
  it('in what a customer and an agent say, and in a private note', async () => {
    const customer = await waiting('Plain Name')
    await customer.say(all)
    const page = await desk.open({ login: 'lead' })
    const alive = watchFor(page)
    await rowOf(page, 'Plain Name').click()
    await page.getByRole('button', { name: 'Take over', exact: true }).click()
    await expectShown(page, '.message.customer')
    const field = page.locator('.composer textarea')
    await page.getByRole('tab', { name: 'Private note' }).click()
    await field.fill(all)
    await field.press('Enter')
    await expectShown(page, '.message.note')
    // Braces are blanks that nobody has filled in: what an agent says may hold none.
    const sayable = hostileMarkup.filter((each) => !each.includes('{{'))
    await page.getByRole('tab', { name: 'Reply' }).click()
    await field.fill(sayable.join('\n'))
    await field.press('Enter')
    await expectShown(page, '.message.agent:not(.sending)', sayable)
    expect(await alive()).toEqual([])
  })

  it('in the name of a customer, in every list and at the head', async () => {
    for (const name of hostileMarkup) await waiting(name)
    const page = await desk.open({ login: 'lead' })
    const alive = watchFor(page)
    await expectShown(page, '[data-row] .row-name')
    await rowOf(page, '<svg/onload').click()
    await page.locator('#conversation-name', { hasText: '<svg/onload=alert(1)>' }).waitFor()
    expect(await alive()).toEqual([])
  })

  it('in a name of a hundred letters, which leaves a telephone’s window to the conversation', async () => {
    const name = 'Extraordinarily-long-name '.repeat(4).trim().slice(0, 100)
    await waiting(name)
    const page = await desk.open({ login: 'lead', width: 360 })
    await rowOf(page, 'Extraordinarily').click()
    const head = await page.locator('.conversation-head').boundingBox()
    expect(head?.height).toBeLessThan(160)
  })

  it('in a ticket’s statement and history', async () => {
    const customer = await waiting('Ticket Holder')
    const filed = await send('/tickets', {
      conversationId: conversationId(customer),
      kind: 'complaint',
      category: 'fee_dispute',
      severity: 'P3',
      statement: all,
      desiredOutcome: all,
    })
    const no = filed.no ?? filed.ticket.no
    await send(`/tickets/${no}/note`, { text: all })
    const page = await desk.open({ login: 'lead' })
    const alive = watchFor(page)
    await page.goto(`${desk.app().url}/console/tickets/${no}`)
    await expectShown(page, '.ticket q')
    await expectShown(page, '.ticket-history')
    expect(await alive()).toEqual([])
  })

  it('in the name of an agent, to colleagues, to the customer and in the audit', async () => {
    for (const [n, name] of hostileMarkup.entries()) {
      await send('/agents', { login: `evil-${n}`, name, role: 'agent' })
    }
    const page = await desk.open({ login: 'root' })
    const alive = watchFor(page)
    await page.goto(`${desk.app().url}/console/people`)
    await expectShown(page, 'tbody th')
    expect(await alive()).toEqual([])
    for (const name of hostileMarkup) {
      await call(`${desk.app().url}/api/v1/agents/${encodeURIComponent(name)}`, {
        method: 'POST',
        token: token(),
        body: { name: 'x' },
      })
    }
    await page.goto(`${desk.app().url}/console/audit`)
    await expectShown(page, 'select option')
    await expectShown(page, 'tbody td:last-child')
    expect(await alive()).toEqual([])

    const chat = await desk.openPage('/')
    const aliveInChat = watchFor(chat)
    await say(chat, 'an evil name: I want to talk to a person')
    await rowOf(await desk.open({ login: 'lead' }), 'an evil name').waitFor()
    const { handoffs } = (
      await call(`${desk.app().url}/api/v1/handoffs?state=queued`, { token: token() })
    ).body
    const mine = handoffs.find(({ preview }: { preview: string }) => preview.includes('evil name'))
    const agent = hostileMarkup.find((each) => each.includes('onerror')) ?? ''
    await send(`/handoffs/${encodeURIComponent(mine.conversationId)}/claim`, { agent })
    await chat.locator('body', { hasText: agent }).waitFor()
    expect(await aliveInChat()).toEqual([])
  })

  it('in a canned answer, where it is written, offered and suggested', async () => {
    const kept = hostileMarkup.filter((each) => !each.includes('{{'))
    await send('/canned-answers', {
      shortcut: '/evil',
      title: '<svg/onload=alert(1)>',
      locale: 'en',
      text: kept.join('\n'),
    })
    await waiting('Canned Goods')
    const page = await desk.open({ login: 'lead' })
    const alive = watchFor(page)
    await rowOf(page, 'Canned Goods').click()
    await page.getByRole('button', { name: 'Take over', exact: true }).click()
    await page.locator('.state.me').waitFor()
    await page.locator('.composer textarea').fill('/evil')
    await expectShown(page, '[role="option"]', kept)
    expect(await alive()).toEqual([])
    await page.goto(`${desk.app().url}/console/answers`)
    await expectShown(page, '.answers li', kept)
    expect(await alive()).toEqual([])
  })

  it('in what is found by search', async () => {
    for (const [n, each] of hostileMarkup.entries()) {
      const customer = await newCustomer(desk.app(), { name: `Zebra ${n}` })
      await customer.say(`quagga ${each}`)
    }
    const page = await desk.open({ login: 'lead' })
    const alive = watchFor(page)
    const { url } = desk.app()
    await expect
      .poll(async () => {
        const { body } = await call(`${url}/api/v1/search?q=quagga&limit=50`, { token: token() })
        return body.results.length
      })
      .toBeGreaterThanOrEqual(hostileMarkup.length)
    await page.goto(`${url}/console/search?q=quagga`)
    await expectShown(page, '[data-row] .row-preview')
    expect(await alive()).toEqual([])
  })
})
