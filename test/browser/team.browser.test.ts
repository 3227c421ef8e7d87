import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  brokenRules,
  consolePassword,
  consoleTests,
  fillSignIn,
  newCustomer,
  rowOf,
  startConsole,
} from '../support/console-driver.ts'
import { morning } from '../support/live-app.ts'
import { movableClock } from '../support/movable-clock.ts'
import { post } from '../support/web.ts'

const clock = movableClock(morning)
const desk = consoleTests(
  () => startConsole({}, { clock }),
  // Signing in with a lost password, keeping one that was given, and an agent whose network goes away.
  /status of 40[03]|ERR_INTERNET_DISCONNECTED/,
)

const wait = (ms: number) => clock.moveTo(new Date(clock.now().getTime() + ms).toISOString())
const minute = 60_000

const go = (page: Page, area: string) => page.goto(`${desk.app().url}/console/${area}`)
const personRow = (page: Page, name: string) => page.locator('tbody tr', { hasText: name })
const cellsOf = async (page: Page, name: string) =>
  (await personRow(page, name).locator('td').allTextContents()).map((text) => text.trim())
const inDialog = (page: Page, label: string) => page.getByRole('dialog').getByLabel(label)
const press = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const closed = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' })

interface OwnPassword {
  given: string
  next: string
}

async function fillOwn(page: Page, { given, next }: OwnPassword): Promise<void> {
  await page.getByLabel('The password you were given').fill(given)
  await page.getByLabel('New password').fill(next)
  await page.getByRole('button', { name: 'Save and go on' }).click()
}

async function chooseOwn(page: Page, passwords: OwnPassword): Promise<void> {
  await fillOwn(page, passwords)
  await page.locator('.rail').waitFor()
}

describe('the team', () => {
  it('gets somebody new from an administrator, with role, languages, skills and capacity', async () => {
    const page = await desk.open({ login: 'root' })
    await go(page, 'people')
    await page.getByRole('button', { name: 'Add somebody' }).click()
    await inDialog(page, 'Name').fill('Nora Quist')
    await inDialog(page, 'Login').fill('nora')
    await inDialog(page, 'Password').fill(consolePassword)
    await inDialog(page, 'Role').selectOption({ label: 'Lead' })
    await inDialog(page, '中文').uncheck()
    await inDialog(page, 'Skills').fill('fraud， payouts')
    await inDialog(page, 'Conversations at once').fill('2')
    await press(page, 'Save')
    await closed(page)
    await expect
      .poll(() => cellsOf(page, 'Nora Quist'))
      .toEqual(['Offline', '0 of 2', 'Lead', 'English', 'Fraud, Payouts', expect.any(String)])
    const ends = await personRow(page, 'Nora Quist')
      .locator('th, td')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().bottom))
    // One unbroken line under all of them.
    expect(new Set(ends).size).toBe(1)
    const hers = await desk.openPage('/console')
    await fillSignIn(hers, 'nora')
    await chooseOwn(hers, { given: consolePassword, next: 'nine old red foxes' })
    await go(hers, 'answers')
    await hers.getByRole('button', { name: 'New answer' }).waitFor()
  })

  it('has one less when an administrator disables an account, at once and until it is given back', async () => {
    const hers = await desk.open({ login: 'liwei' })
    const page = await desk.open({ login: 'root' })
    await go(page, 'people')
    const disable = async (isDisabled: boolean) => {
      await page.getByRole('button', { name: 'Change: 李薇' }).click()
      await inDialog(page, 'Account disabled').setChecked(isDisabled)
      await press(page, 'Save')
      await closed(page)
    }
    await disable(true)
    await expect.poll(async () => (await cellsOf(page, '李薇'))[0]).toBe('Disabled')
    await hers.getByText('You have been signed out. Please sign in again.').waitFor()
    await fillSignIn(hers, 'liwei')
    await hers.getByText('Login or password is wrong.').waitFor()
    await disable(false)
    await fillSignIn(hers, 'liwei')
    await hers.locator('.rail').waitFor()
  })

  it('takes a new password from an administrator, and the old one no more', async () => {
    const page = await desk.open({ login: 'root' })
    await post(`${desk.app().url}/api/v1/agents`, desk.app().secrets.adminToken, {
      login: 'lost',
      name: 'Otto Lost',
      role: 'agent',
      password: consolePassword,
    })
    await go(page, 'people')
    const his = await desk.open({ login: 'lost' })
    await page.getByRole('button', { name: 'Reset password: Otto Lost' }).click()
    await inDialog(page, 'New password').fill('seven tall green herons')
    await press(page, 'Save')
    await closed(page)
    await his.getByText('You have been signed out. Please sign in again.').waitFor()
    await fillSignIn(his, 'lost')
    await his.getByText('Login or password is wrong.').waitFor()
    await fillSignIn(his, 'lost', 'seven tall green herons')
    await his.getByRole('heading', { name: 'Choose your own password' }).waitFor()
    await his.reload()
    await his.getByRole('heading', { name: 'Choose your own password' }).waitFor()
    expect(await brokenRules(his)).toEqual([])
    await his.getByRole('button', { name: 'Sign out' }).click()
    await fillSignIn(his, 'lost', 'seven tall green herons')
    const [given, next] = ['seven tall green herons', 'nine old red foxes']
    await fillOwn(his, { given, next: given })
    await his.getByText('The new password is the one you have. Choose another.').waitFor()
    await chooseOwn(his, { given, next })
    await his.locator('.rail .account').click()
    await his.getByRole('menuitem', { name: 'Sign out' }).click()
    await fillSignIn(his, 'lost', next)
    await his.locator('.rail').waitFor()
  })

  it.each(['lead', 'sam'])('is seen and not changed by %s', async (login) => {
    const page = await desk.open({ login })
    await go(page, 'people')
    await personRow(page, 'Ada Admin').waitFor()
    const buttons = page.locator('.page').getByRole('button')
    expect(await buttons.allTextContents()).toEqual([])
    expect(await page.locator('.rail-item', { hasText: 'Audit' }).count()).toBe(0)
  })
})

describe('where somebody is', () => {
  const presenceOf = async (page: Page, name: string) => (await cellsOf(page, name))[0]

  it('is told to colleagues: away by hand, back by hand, away when the page is closed', async () => {
    const [his, hers] = [await desk.open({ login: 'sam' }), await desk.open({ login: 'liwei' })]
    await go(hers, 'people')
    await expect.poll(() => presenceOf(hers, 'Sam Reed')).toBe('Online')
    const choose = async (name: string) => {
      await his.locator('.rail .account').click()
      await his.getByRole('menuitemradio', { name }).click()
      await his.keyboard.press('Escape')
    }
    await choose('Away')
    await expect.poll(() => presenceOf(hers, 'Sam Reed')).toBe('Away')
    await his.reload()
    await his.locator('.account', { hasText: 'Away' }).waitFor()
    await choose('Online')
    await expect.poll(() => presenceOf(hers, 'Sam Reed')).toBe('Online')
    await his.goto('about:blank')
    await expect.poll(() => presenceOf(hers, 'Sam Reed')).toBe('Away')
  })

  /** A customer whose conversation Sam has taken. */
  async function takenBySam(name: string) {
    const his = await desk.open({ login: 'sam' })
    const customer = await newCustomer(desk.app(), { name })
    await customer.say('I want to talk to a person')
    await rowOf(his, name).click()
    await his.getByRole('button', { name: 'Take over', exact: true }).click()
    await his.locator('.state.me').waitFor()
    return { his, customer }
  }

  it('decides what becomes of a conversation: closed page and no answer, it waits for others', async () => {
    const { his, customer } = await takenBySam('Left Alone')
    const hers = await desk.open({ login: 'liwei' })
    await his.goto('about:blank')
    await customer.say('are you still there?')
    await go(hers, 'mine')
    await rowOf(hers, 'Left Alone').filter({ hasText: 'Sam Reed' }).waitFor()
    wait(6 * minute)
    await go(hers, 'queue')
    await rowOf(hers, 'Left Alone').click()
    await hers.getByText('Taken back: Sam Reed was silent. It waits in the queue again.').waitFor()
    await expect.poll(async () => (await customer.heard()).join()).toMatch(/place|queue/)
    await hers.getByRole('button', { name: 'Take over', exact: true }).click()
    await hers.locator('.state.me').waitFor()
  })

  it('decides what becomes of a conversation: a console that falls silent loses it in a minute', async () => {
    const { his } = await takenBySam('Lost Signal')
    const hers = await desk.open({ login: 'liwei' })
    await his.context().setOffline(true)
    wait(2 * minute)
    await rowOf(hers, 'Lost Signal').waitFor()
    await go(hers, 'people')
    await expect.poll(() => presenceOf(hers, 'Sam Reed')).toBe('Away')
    await his.context().setOffline(false)
    await his.locator('.composer-shut').waitFor()
  })
})

describe('the audit page', () => {
  const objects = (page: Page) => page.locator('tbody tr td:last-child').allTextContents()

  const actors = (page: Page) => page.locator('tbody tr td:nth-child(2)').allTextContents()

  /** Changes of nobody: each is noted, and that it was refused. */
  async function noteMany(count: number): Promise<void> {
    const { url, secrets } = desk.app()
    for (let n = 0; n < count; n += 1) {
      await post(`${url}/api/v1/agents/none-${n}`, secrets.adminToken, { name: 'Nobody' })
    }
  }

  it('shows the newest first, pages back, and comes back to the newest', async () => {
    await noteMany(60)
    const page = await desk.open({ login: 'root' })
    await go(page, 'audit')
    await expect.poll(() => objects(page)).toContain('agents/none-59')
    const first = await objects(page)
    expect(first).toHaveLength(100)
    expect(first.indexOf('agents/none-59')).toBeLessThan(first.indexOf('agents/none-58'))
    expect(first).not.toContain('agents/none-1')
    await page.getByRole('button', { name: 'Earlier entries' }).click()
    await expect.poll(() => objects(page)).toContain('agents/none-1')
    expect(await objects(page)).not.toContain('agents/none-59')
    await page.getByRole('button', { name: 'Newest entries' }).click()
    await expect.poll(() => objects(page)).toContain('agents/none-59')
  })

  it('says what was done in words, why it was refused, and leads to what it was done to', async () => {
    const { url } = desk.app()
    const customer = await newCustomer(desk.app(), { name: 'Looked At' })
    await customer.say('I want to talk to a person')
    const his = await desk.open({ login: 'sam' })
    await rowOf(his, 'Looked At').click()
    await his.locator('.facts-card').waitFor()
    await his.evaluate(() => fetch('/api/v1/audit'))
    const page = await desk.open({ login: 'root' })
    await go(page, 'audit')
    const line = (text: string) => page.locator('tbody tr', { hasText: text }).first()
    await line('Was not let read').getByText('Refused: Your role may not do this.').waitFor()
    await line('Read a conversation').getByRole('link').click()
    await page.locator('#conversation-name', { hasText: 'Looked At' }).waitFor()
    expect(page.url()).toBe(`${url}/console/search/${encodeURIComponent(customer.chat.id)}`)
    await desk.app().agent(customer.chat.id, 'close', {})
  })

  it('calls people by name, by login and by what has become of them', async () => {
    const { url, secrets } = desk.app()
    const made = await post(`${url}/api/v1/agents`, secrets.adminToken, {
      login: 'gone',
      name: '高远',
      role: 'agent',
      password: consolePassword,
    })
    const { id } = made.body.agent
    await desk.open({ login: 'gone' })
    await post(`${url}/api/v1/agents/${id}`, secrets.adminToken, { disabled: true })
    const page = await desk.open({ login: 'root' })
    await go(page, 'audit')
    await expect.poll(() => actors(page)).toContain('高远gone · Disabled')
    expect(await actors(page)).toContain('Admin token')
    expect(await objects(page)).toContain('高远gone · Disabled')
    expect((await page.locator('tbody').textContent()) ?? '').not.toContain(id)
  })

  it('shows what one person did, and that the list is unbroken', async () => {
    const page = await desk.open({ login: 'root' })
    await go(page, 'audit')
    const person = page.getByLabel('Person')
    await person.locator('option', { hasText: 'Ada Admin' }).waitFor({ state: 'attached' })
    await person.selectOption({ label: 'Ada Admin' })
    await expect.poll(async () => [...new Set(await actors(page))]).toEqual(['Ada Adminroot'])
    const acts = page.locator('tbody tr td:nth-child(3)')
    expect((await acts.allTextContents()).join()).toContain('Signed in')
    await page.getByRole('button', { name: 'Check the chain' }).click()
    await page.getByText(/^Unbroken: \d+ entries\.$/).waitFor()
  })
})
