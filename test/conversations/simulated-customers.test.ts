import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Locale, locales } from '../../src/domain/locale.ts'
import { type LiveApp, startLiveApp } from '../support/live-app.ts'
import { openChat } from '../support/real-server.ts'
import {
  type Course,
  type Customer,
  type FactName,
  type Facts,
  factNames,
  type Manner,
  talkThrough,
  wordsFor,
} from '../support/simulated-customer.ts'
import { type SimulatedPayment, simulatedNow, simulatedPayments } from './simulated-payments.ts'

// Customers made from the records of a world talk over Direct Line: the vague word first, then
// only what they are asked for and happen to know.
const world = join(import.meta.dirname, 'worlds/en-simulated.json')

let app: LiveApp

/** A server for each group: tries at one reference are limited, whoever makes them. */
function onItsOwnServer(): void {
  beforeAll(async () => {
    app = await startLiveApp({ SANDBOX_WORLD: world, CLOCK_START: simulatedNow })
  })
  afterAll(() => app.stop())
}

async function hear(customer: Customer, user?: Record<string, string>): Promise<Course> {
  const { adminToken, directLineSecret } = app.secrets
  const { locale } = customer
  const keys = { url: app.url, secret: directLineSecret, adminToken, locale }
  return talkThrough(await openChat({ ...keys, ...(user && { user }) }), customer)
}

const vague: Record<Locale, string> = { en: 'where is my money', 'zh-CN': '钱没到' }

function pick(facts: Facts, names: readonly FactName[]): Facts {
  return Object.fromEntries(names.map((name) => [name, facts[name]]))
}

type Style = [name: string, knows: FactName[], begins: 'own' | 'vague' | FactName, manner: Manner]

/** What the customer has at hand, how the talk begins, and how the customer writes. */
const styles: Style[] = [
  ['slip in hand', ['role', 'rrn', 'amount', 'date', 'last4'], 'own', 'plain'],
  ['no slip', ['role', 'amount', 'date', 'last4'], 'own', 'plain'],
  ['no slip, all at once', ['role', 'amount', 'date', 'last4'], 'vague', 'at_once'],
  ['order number only', ['role', 'orderNo', 'amount'], 'own', 'plain'],
  ['statement, vague, terse', ['role', 'amount', 'date', 'last4'], 'vague', 'terse'],
  ['amount first', ['role', 'amount', 'date', 'time', 'last4'], 'amount', 'plain'],
  ['slip, vague, terse', ['role', 'rrn', 'orderNo', 'amount', 'date', 'last4'], 'vague', 'terse'],
]

function customerOf(
  { facts, opening }: SimulatedPayment,
  locale: Locale,
  [, names, begins, manner]: Style,
): Customer {
  const whole = { locale, manner, knows: pick(facts, names) }
  if (begins === 'vague') return { ...whole, opening: vague[locale], opensWith: [] }
  if (begins === 'own') return { ...whole, opening: opening[locale], opensWith: [] }
  const named = wordsFor(begins, facts[begins], whole)
  const words = `${opening[locale]}${locale === 'en' ? ', ' : '，'}${named}`
  return { ...whole, opening: words, opensWith: [begins] }
}

function mostOften(slots: readonly string[]): number {
  return Math.max(0, ...slots.map((slot) => slots.filter((each) => each === slot).length))
}

function expectResult(course: Course, { cause, ids }: SimulatedPayment): void {
  const script = `\n${course.script.join('\n')}\n`
  expect(course.malformed, script).toEqual([])
  expect(course.askedAgain, script).toEqual([])
  const [verdict] = course.verdicts
  expect(verdict?.cause, script).toBe(cause)
  expect(ids, script).toContain(verdict?.transactionId)
  expect(course.slots.length, script).toBeLessThanOrEqual(5)
  expect(mostOften(course.slots), script).toBeLessThanOrEqual(2)
}

describe.each(locales)('a simulated customer who writes %s', (locale) => {
  onItsOwnServer()

  describe.each(simulatedPayments)('$kind', (payment) => {
    it.each(styles)('reaches the truth with: %s', async (...style) => {
      expectResult(await hear(customerOf(payment, locale, style)), payment)
    })
  })

  const merchants = simulatedPayments.filter(({ facts }) => facts.role === 'merchant')
  it.each(merchants)('is signed in and never asked who they are: $kind', async (payment) => {
    const { merchantId } = payment
    const knows: FactName[] = ['amount', 'date', 'last4']
    const customer = customerOf(payment, locale, ['signed in', knows, 'amount', 'plain'])
    const course = await hear(customer, { id: `dl_${merchantId}`, role: 'merchant', merchantId })
    expectResult(course, payment)
    expect(course.slots).not.toContain('role')
  })
})

const merchantNames = ['Longhua', 'Wukang', 'Harbour']
const settlementAccounts = ['7412', '9183', '2967']

/** Every way in which a datum of the record could be written in a reply. */
function secretsOf({ facts, ids }: SimulatedPayment): string[] {
  const { amount, last4, rrn, orderNo, authCode, terminalId } = facts
  const money = (amount / 100).toFixed(2)
  const grouped = new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(amount / 100)
  const printed = [last4, rrn, orderNo, authCode, terminalId]
  return [...ids, money, grouped, ...printed, ...merchantNames, ...settlementAccounts]
}

/** Too little to see the record: what anybody could guess, or one thing that stood on a slip. */
const tooLittle: FactName[][] = [
  [],
  ['amount', 'date'],
  ['amount', 'date', 'time'],
  ['rrn'],
  ['orderNo'],
  ['last4'],
]

/** What the bot showed of the record without having been told it. */
function shownOf(payment: SimulatedPayment, { heard }: Course, customer: Customer): string[] {
  const told = factNames.flatMap((name) => {
    const value = customer.knows[name]
    return value === undefined ? [] : [wordsFor(name, value, customer)]
  })
  const hidden = secretsOf(payment).filter((secret) => !told.some((each) => each.includes(secret)))
  return hidden.filter((secret) => heard.join('\n').includes(secret))
}

function strangerWith(facts: Facts, names: FactName[], locale: Locale): Customer {
  const knows = pick(facts, ['role', ...names])
  return { locale, knows, opening: vague[locale], opensWith: [], manner: 'plain' }
}

describe.each(locales)('an anonymous stranger who writes %s', (locale) => {
  onItsOwnServer()

  const cases = simulatedPayments.flatMap((payment) =>
    tooLittle.map((names) => ({ payment, kind: payment.kind, names })),
  )

  it.each(cases)('learns nothing of $kind with $names', async ({ payment, names }) => {
    const stranger = strangerWith(payment.facts, names, locale)
    const course = await hear(stranger)
    expect(shownOf(payment, course, stranger), course.script.join('\n')).toEqual([])
    expect(course.malformed).toEqual([])
  })

  it.each(simulatedPayments)('learns nothing of $kind with a wrong card', async (payment) => {
    const facts = { ...payment.facts, last4: '0001' }
    const stranger = strangerWith(facts, ['amount', 'date', 'time', 'last4'], locale)
    const course = await hear(stranger)
    expect(shownOf(payment, course, stranger), course.script.join('\n')).toEqual([])
  })

  it('is told of a payment once the card and the amount fit', async () => {
    const [payment] = simulatedPayments
    if (!payment) throw new Error('no payment to ask for')
    const customer = strangerWith(payment.facts, ['amount', 'date', 'last4'], locale)
    expect(shownOf(payment, await hear(customer), customer)).toContain(payment.ids[0])
  })
})

it('knows every payment as the world has it', () => {
  const { transactions } = JSON.parse(readFileSync(world, 'utf8'))
  for (const { ids, merchantId, facts } of simulatedPayments) {
    const record = transactions.find(({ id }: { id: string }) => id === ids[0])
    const { rrn, orderNo, authCode, terminalId } = facts
    expect(record).toMatchObject({
      merchantId,
      amount: { minor: facts.amount },
      card: { last4: facts.last4 },
      refs: { rrn, orderNo, authCode, terminalId },
    })
    expect(record.createdAt).toContain(`${facts.date}T${facts.time}`)
  }
})
