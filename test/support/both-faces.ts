import type { Browser, Page } from 'playwright-core'
import type { Locale } from '../../src/domain/locale.ts'
import { openWatched, type WatchedPage } from './browser.ts'
import { say } from './chat-driver.ts'
import { openConsole } from './console-driver.ts'
import type { LiveApp } from './live-app.ts'

const en = {
  locale: 'en' as Locale,
  login: 'sam',
  agent: 'Sam Reed',
  money: 'I am a merchant. Yesterday at 15:20 I took 10,000 yuan, card 6225. Where is it?',
  stage: 'Payout on its way',
  person: 'I want to talk to a person',
  queued: 'Waiting for an agent: you are number 1.',
  claim: 'Take over',
  joined: 'Sam Reed, a support agent, has joined.',
  greeting: 'Hello, I am Sam. I have your sale of yesterday in front of me.',
  thanks: 'Thank you. Please have it traced.',
  ticket: 'Ticket',
  file: 'File a ticket',
  submit: 'File',
  more: 'More actions',
  returned: 'Return to the assistant',
  left: 'The agent has left. The assistant is back.',
  good: 'Good',
  comment: 'Anything to add',
  word: 'Quick and kind',
  rate: 'Send rating',
  next: 'What does T+1 mean?',
  answer: 'next working day',
  tickets: 'Tickets',
  rated: 'Rated 4 of 5',
}

/** What both say, and the words on what they press. */
export type Talk = typeof en

const zh: Talk = {
  locale: 'zh-CN',
  login: 'liwei',
  agent: '李薇',
  money: '我是商户，昨天下午3点20刷了10000块，尾号6225，钱没到账',
  stage: '出款途中',
  person: '转人工',
  queued: '正在等待人工客服：您排在第 1 位。',
  claim: '接入',
  joined: '人工客服 李薇 已接入。',
  greeting: '您好，我是李薇，您昨天那笔交易我看到了。',
  thanks: '谢谢，麻烦帮我追查。',
  ticket: '工单',
  file: '新建工单',
  submit: '提交',
  more: '更多操作',
  returned: '交还机器人',
  left: '人工客服已离开，助手继续为您服务。',
  good: '好',
  comment: '还想说点什么',
  word: '又快又耐心',
  rate: '提交评价',
  next: 'T+1 是什么意思？',
  answer: '下一个工作日',
  tickets: '工单',
  rated: '评价 4 分（满分 5 分）',
}

export const talks = { en, zh }

/** One talk, as each of them has it on the screen. */
export interface Faces {
  customer: Page
  desk: Page
}

interface Place {
  app: LiveApp
  /** Where the customer is: a page with the chat's button in its corner. */
  page: string
  width: number
  colorScheme: 'light' | 'dark'
}

/** An agent at an empty desk, and a customer who has not opened the chat yet. */
export async function openFaces(
  browser: Browser,
  { app, page, width, colorScheme }: Place,
  { locale, login }: Talk,
): Promise<Record<keyof Faces, WatchedPage>> {
  const viewport = { width, height: width < 500 ? 740 : 800 }
  // What fades in or out is half there in a picture.
  const options = { viewport, locale, colorScheme, reducedMotion: 'reduce' } as const
  const desk = await openConsole(browser, app, { login, width, ...options })
  await desk.page.locator('.empty').waitFor()
  const customer = await openWatched(browser, page, options)
  await customer.page.locator('#launcher').waitFor()
  return { desk, customer }
}

/** The customer opens the chat, says what is missing, and is told where it is. */
export async function haveDiagnosed({ customer }: Faces, talk: Talk): Promise<void> {
  await customer.locator('#launcher').click()
  await customer.locator('.message.bot').first().waitFor()
  await say(customer, talk.money)
  await customer.locator('.verdict .pill', { hasText: talk.stage }).waitFor()
}

/** The customer asks for a person, is told their place, and comes into the agent's sight. */
export async function callPerson({ customer, desk }: Faces, talk: Talk): Promise<void> {
  await say(customer, talk.person)
  await customer.locator('#banner', { hasText: talk.queued }).waitFor()
  await desk.locator('[data-row]', { hasText: talk.person }).waitFor()
}

/** The agent reads the facts. */
export async function readFacts({ desk }: Faces, talk: Talk): Promise<void> {
  await desk.locator('[data-row]', { hasText: talk.person }).click()
  await desk.locator('.facts-card .way-stage', { hasText: talk.stage }).waitFor()
}

/** The agent takes over, and the customer is told who it is. */
export async function takeOver({ customer, desk }: Faces, talk: Talk): Promise<void> {
  await desk.getByRole('button', { name: talk.claim, exact: true }).click()
  await desk.locator('.state.me').waitFor()
  await customer.locator('#banner', { hasText: talk.joined }).waitFor()
}

/** Each says something and reads what the other says. */
export async function speak({ customer, desk }: Faces, talk: Talk): Promise<void> {
  const field = desk.locator('.composer textarea')
  await field.fill(talk.greeting)
  await field.press('Enter')
  await customer.locator('.message.agent', { hasText: talk.greeting }).waitFor()
  await say(customer, talk.thanks)
  await desk.locator('.message.customer', { hasText: talk.thanks }).waitFor()
}

/** The agent begins a ticket beside the conversation. */
export async function beginTicket({ desk }: Faces, talk: Talk): Promise<void> {
  const details = desk.locator('.conversation-head .only-without-panel')
  if (await details.isVisible()) await details.click()
  await desk.getByRole('tab', { name: talk.ticket, exact: true }).click()
  await desk.getByRole('button', { name: talk.file }).click()
  await desk.getByRole('dialog').waitFor()
}

/** The agent files it, and the customer is shown it. Resolves to its number. */
export async function fileTicket({ customer, desk }: Faces, talk: Talk): Promise<string> {
  const form = desk.getByRole('dialog')
  await form.getByRole('button', { name: talk.submit, exact: true }).click()
  const number = (await desk.locator('.ticket-no code').textContent()) ?? ''
  await customer.locator('.card.ticket', { hasText: number }).waitFor()
  return number
}

/** The agent gives the conversation back, and is asked whether that is meant. */
export async function beginReturn({ desk }: Faces, talk: Talk): Promise<void> {
  const back = desk.locator('.panel-head .only-without-panel')
  if (await back.isVisible()) await back.click()
  await desk.locator('.conversation-head').getByLabel(talk.more).click()
  await desk.getByRole('menuitem', { name: talk.returned }).click()
  await desk.getByRole('dialog').waitFor()
}

/** It is meant; the customer is told, and asked how it was. */
export async function giveBack({ customer, desk }: Faces, talk: Talk): Promise<void> {
  await desk.getByRole('dialog').getByRole('button', { name: talk.returned }).click()
  await customer.locator('#banner', { hasText: talk.left }).waitFor()
  await customer.locator('#rating').waitFor()
}
