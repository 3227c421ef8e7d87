import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  consolePassword,
  consoleTests,
  fillSignIn,
  startConsole,
} from '../support/console-driver.ts'
import { morning, startLiveApp } from '../support/live-app.ts'
import { movableClock } from '../support/movable-clock.ts'
import { client, startSignInProvider } from '../support/sign-in-provider.ts'
import { call, post } from '../support/web.ts'

const minute = 60_000
const next = 'nine old red foxes'
/** Refusals that these tests bring about. */
const refused = /status of (400|403|429)/

const notice = (page: Page, text: string) =>
  page.locator('.entrance [role="alert"]', { hasText: text }).waitFor()

const account = (page: Page) => page.locator('.rail .account')

async function chooseInMenu(page: Page, name: string): Promise<void> {
  await account(page).click()
  await page.getByRole('menuitem', { name }).click()
}

describe('the first sign-in of all', () => {
  const desk = consoleTests(() => startLiveApp(), refused)

  it('takes the admin token, makes an administrator, and is offered once', async () => {
    const page = await desk.openPage('/console')
    const field = (name: string) => page.locator(`input[name="${name}"]`)
    await field('adminToken').fill('guessed')
    await field('name').fill('Ada Admin')
    await field('login').fill('root')
    await field('password').fill(consolePassword)
    await field('password').press('Enter')
    await notice(page, 'The admin token is wrong.')
    await field('adminToken').fill(desk.app().secrets.adminToken)
    await field('password').press('Enter')
    await page.locator('.rail').waitFor()
    await account(page).click()
    await page.getByText('Ada Admin · Administrator').waitFor()
    const other = await desk.openPage('/console')
    await other.locator('input[name="login"]').waitFor()
    expect(await other.locator('input[name="adminToken"]').count()).toBe(0)
    await fillSignIn(other, 'root')
    await other.locator('.rail').waitFor()
  })
})

describe('signing in', () => {
  const clock = movableClock(morning)
  const desk = consoleTests(() => startConsole({}, { clock }), refused)

  it('says that a password is wrong, and lets in with the right one', async () => {
    const page = await desk.openPage('/console')
    await fillSignIn(page, 'sam', 'not the right one')
    await notice(page, 'Login or password is wrong.')
    expect(await page.locator('.rail').count()).toBe(0)
    await fillSignIn(page, 'sam')
    await page.locator('.rail').waitFor()
  })

  it.each([
    {
      locale: 'en',
      login: 'sam',
      wrong: 'Login or password is wrong.',
      locked: 'Too many tries. Please wait and try again. Try again in 1 min.',
    },
    {
      locale: 'zh-CN',
      login: 'liwei',
      wrong: '账号或密码不正确。',
      locked: '尝试次数过多，请稍候再试。 请在 1 分钟 后再试。',
    },
  ])('shuts after five wrong ones and says for how long, in $locale', async (given) => {
    const page = await desk.openPage('/console', { locale: given.locale })
    for (let tried = 0; tried < 5; tried += 1) {
      await Promise.all([
        page.waitForResponse('**/api/v1/session'),
        fillSignIn(page, given.login, `wrong wrong ${tried}`),
      ])
      await notice(page, given.wrong)
    }
    await fillSignIn(page, given.login)
    await notice(page, given.locked)
    expect(await page.locator('.rail').count()).toBe(0)
    clock.moveTo(new Date(clock.now().getTime() + minute).toISOString())
    await fillSignIn(page, given.login)
    await page.locator('.rail').waitFor()
  })

  it('ends by the menu, and what was there is shown to nobody who comes after', async () => {
    const page = await desk.open({ login: 'sam' })
    await chooseInMenu(page, 'Sign out')
    await page.locator('input[name="login"]').waitFor()
    expect(await page.locator('.entrance [role="alert"]').count()).toBe(0)
    await page.goBack()
    await page.goto(`${desk.app().url}/console/mine`)
    await page.locator('input[name="login"]').waitFor()
    expect(await page.locator('.rail').count()).toBe(0)
  })

  it('is asked for again when an administrator has disabled the account meanwhile', async () => {
    const page = await desk.open({ login: 'lead' })
    const { url, secrets } = desk.app()
    const { body } = await call(`${url}/api/v1/agents`, { token: secrets.adminToken })
    const lead = body.agents.find(({ login }: { login: string }) => login === 'lead')
    const change = (disabled: boolean) =>
      post(`${url}/api/v1/agents/${lead.id}`, secrets.adminToken, { disabled })
    await change(true)
    await notice(page, 'You have been signed out. Please sign in again.')
    await fillSignIn(page, 'lead')
    await notice(page, 'Login or password is wrong.')
    await change(false)
    await fillSignIn(page, 'lead')
    await page.locator('.rail').waitFor()
  })

  it('goes on with a new password where it was taken, and ends everywhere else', async () => {
    const [here, elsewhere] = [
      await desk.open({ login: 'root' }),
      await desk.open({ login: 'root' }),
    ]
    await chooseInMenu(here, 'Change password')
    const dialog = here.getByRole('dialog')
    const [current, chosen] = [dialog.locator('input').nth(0), dialog.locator('input').nth(1)]
    await current.fill('not the right one')
    await chosen.fill(next)
    await chosen.press('Enter')
    await here.getByText('The current password is wrong.').first().waitFor()
    await current.fill(consolePassword)
    await chosen.fill('root root root')
    await chosen.press('Enter')
    await here.getByText('must not be made of the login').first().waitFor()
    await chosen.fill(next)
    // Its stream ends with the old sign-in, and is opened again with the new one.
    const [stream] = await Promise.all([here.waitForEvent('websocket'), chosen.press('Enter')])
    expect(stream.url()).toContain('/desk/stream')
    await notice(elsewhere, 'You have been signed out. Please sign in again.')
    await dialog.waitFor({ state: 'detached' })
    await here.goto(`${desk.app().url}/console/people`)
    await here.locator('h1', { hasText: 'Team' }).waitFor()
    await fillSignIn(elsewhere, 'root')
    await notice(elsewhere, 'Login or password is wrong.')
    await fillSignIn(elsewhere, 'root', next)
    await elsewhere.locator('.rail').waitFor()
  })
})

describe('signing in by the company’s own service', () => {
  let provider: Awaited<ReturnType<typeof startSignInProvider>>
  beforeAll(async () => {
    provider = await startSignInProvider({
      ana: { preferred_username: 'ana', name: 'Ana Li', groups: ['desk-leads'] },
      eve: { preferred_username: 'eve', name: 'Eve', groups: ['chess'] },
    })
  })
  afterAll(() => provider.stop())

  const desk = consoleTests(
    async () => {
      const app = await startConsole({
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: client.id,
        OIDC_CLIENT_SECRET: client.secret,
        OIDC_NAME: 'Shop login',
        OIDC_ROLE_CLAIM: 'groups',
        OIDC_ROLES: 'lead:desk-leads,agent:desk',
      })
      provider.register(app.url)
      return app
    }, // The service's own page asks for a font from elsewhere.
    /status of (403|404)|ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED/,
  )

  async function goThere(login: string): Promise<Page> {
    const page = await desk.openPage('/console')
    await page.getByRole('link', { name: 'Sign in with Shop login' }).click()
    await page.locator('input[name="login"]').fill(login)
    await page.locator('input[name="password"]').fill('any')
    await page.locator('button[type="submit"]').click()
    await page.getByRole('button', { name: 'Continue' }).click()
    return page
  }

  it('leads there and back, and gives the role of the group', async () => {
    const page = await goThere('ana')
    await page.locator('.rail').waitFor()
    await account(page).click()
    await page.getByText('Ana Li · Lead').waitFor()
    expect(await page.locator('.rail-item', { hasText: 'Answers' }).count()).toBe(1)
    expect(await page.locator('.rail-item', { hasText: 'Audit' }).count()).toBe(0)
  })

  it('says so to whom no group lets in, with the way back', async () => {
    const page = await goThere('eve')
    await page.getByText('Your account has no role at this desk.').waitFor()
    await page.getByRole('link', { name: 'Back to the console' }).click()
    await page.locator('input[name="login"]').waitFor()
    expect(await page.locator('.rail').count()).toBe(0)
  })
})
