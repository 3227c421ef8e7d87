import { z } from 'zod'
import type { QuestionSlot } from '../../src/domain/diagnosis/story.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { supportEntities } from '../../src/web/api/schemas.ts'
import type { Said } from './real-server.ts'

/** What a customer may know of a payment. Money in minor units, the day as YYYY-MM-DD. */
export interface Facts {
  role?: 'merchant' | 'cardholder' | undefined
  amount?: number | undefined
  date?: string | undefined
  time?: string | undefined
  last4?: string | undefined
  rrn?: string | undefined
  orderNo?: string | undefined
  authCode?: string | undefined
  terminalId?: string | undefined
}

export type FactName = keyof Facts

export interface Customer {
  locale: Locale
  knows: Facts
  opening: string
  /** What the opening already names. */
  opensWith: FactName[]
  manner: Manner
}

/**
 * `plain` answers what is asked; `terse` in as few characters as possible; `at_once` names all of
 * amount, day and card where a reference is asked for that is not at hand.
 */
export type Manner = 'plain' | 'terse' | 'at_once'

/** How a conversation went. */
export interface Course {
  slots: QuestionSlot[]
  /** Slots that were asked although the customer had named them before. */
  askedAgain: QuestionSlot[]
  verdicts: z.infer<(typeof supportEntities)['support/verdict']>[]
  handedOver: boolean
  /** Entities that do not fit their published schema. */
  malformed: unknown[]
  /** Everything the bot said, tapped answers and machine-readable parts included. */
  heard: string[]
  /** The talk as lines, for the report of a test that fails. */
  script: string[]
}

interface Talker {
  say(text: string): Promise<Said[]>
}

const mostTurns = 12
const question = supportEntities['support/question']
type Question = z.infer<typeof question>

/** Plays the customer until there is a verdict, a person, or nothing more is asked. */
export async function talkThrough(chat: Talker, customer: Customer): Promise<Course> {
  const course = emptyCourse()
  const given = new Set<string>(customer.opensWith)
  let words: string | undefined = customer.opening
  for (let turn = 0; turn < mostTurns && words !== undefined; turn += 1) {
    const asked = take(course, words, await chat.say(words))
    if (!asked || course.verdicts.length > 0 || course.handedOver) return course
    course.slots.push(asked.slot)
    if (given.has(asked.slot)) course.askedAgain.push(asked.slot)
    const answer = answerTo(asked, customer)
    for (const name of answer.names) given.add(name)
    words = answer.words
  }
  return course
}

function emptyCourse(): Course {
  return {
    slots: [],
    askedAgain: [],
    verdicts: [],
    handedOver: false,
    malformed: [],
    heard: [],
    script: [],
  }
}

/** Notes what came; the question of the turn, if there is one. */
function take(course: Course, words: string, replies: Said[]): Question | undefined {
  course.script.push(`> ${words}`)
  let asked: Question | undefined
  for (const { text, activity } of replies) {
    const entities: unknown[] = activity.entities ?? []
    course.heard.push(text, JSON.stringify(entities), JSON.stringify(activity.suggestedActions))
    course.script.push(`  ${text.replaceAll('\n', '\n  ')}`)
    for (const entity of entities) asked = note(course, entity) ?? asked
  }
  return asked
}

const typed = z.looseObject({ type: z.string() })

/** The published shapes, without room for a field that is not published. */
const supportEntity = z.discriminatedUnion('type', [
  supportEntities['support/question'].strict(),
  supportEntities['support/verdict'].strict(),
  supportEntities['support/ticket'].strict(),
  supportEntities['support/handoff'].strict(),
  supportEntities['support/warning'].strict(),
  supportEntities['support/answer'].strict(),
  supportEntities['support/redaction'].strict(),
])

function note(course: Course, entity: unknown): Question | undefined {
  if (!typed.parse(entity).type.startsWith('support/')) return undefined
  const { data } = supportEntity.safeParse(entity)
  if (!data) course.malformed.push(entity)
  if (data?.type === 'support/verdict') course.verdicts.push(data)
  if (data?.type === 'support/handoff') course.handedOver = true
  return data?.type === 'support/question' ? data : undefined
}

interface Answer {
  words: string
  names: FactName[]
}

/** From what the customer knows; an order number is offered where a reference is asked for. */
function answerTo({ slot, choices = [] }: Question, customer: Customer): Answer {
  const { knows, locale } = customer
  const noIdea: Answer = { words: unknown[locale], names: [] }
  if (slot === 'candidate') return { words: choiceOf(choices, knows) ?? noIdea.words, names: [] }
  if (slot === 'rrn' && !knows.rrn) return withoutReference(customer) ?? noIdea
  return isFact(slot) ? (tell(slot, customer) ?? noIdea) : noIdea
}

function withoutReference(customer: Customer): Answer | undefined {
  const order = tell('orderNo', customer)
  if (order || customer.manner !== 'at_once') return order
  const names: FactName[] = ['amount', 'date', 'last4']
  const told = names.flatMap((name) => tell(name, customer) ?? [])
  if (told.length === 0) return undefined
  const words = told.map((each) => each.words).join(customer.locale === 'en' ? ', ' : '，')
  return { words, names: told.flatMap((each) => each.names) }
}

const unknown: Record<Locale, string> = { en: "I don't know", 'zh-CN': '不知道' }

export const factNames = [
  'role',
  'amount',
  'date',
  'time',
  'last4',
  'rrn',
  'orderNo',
  'authCode',
  'terminalId',
] as const satisfies FactName[]

function isFact(slot: string): slot is FactName {
  return factNames.some((name) => name === slot)
}

/** The one choice that names the customer's card. */
function choiceOf(choices: string[], { last4 }: Facts): string | undefined {
  return last4 ? choices.find((label) => label.includes(last4)) : undefined
}

function tell(name: FactName, customer: Customer): Answer | undefined {
  const value = customer.knows[name]
  if (value === undefined) return undefined
  return { words: wordsFor(name, value, customer), names: [name] }
}

/** The fact as people type it. */
export function wordsFor(
  name: FactName,
  value: string | number,
  { locale, manner }: Pick<Customer, 'locale' | 'manner'>,
): string {
  if (name === 'amount') return amountWords(Number(value), manner === 'terse' ? 'en' : locale)
  if (name === 'date') return dayWords(String(value), locale)
  if (name === 'role') return roleWords[locale][value === 'merchant' ? 'merchant' : 'cardholder']
  return String(value)
}

const roleWords: Record<Locale, Record<'merchant' | 'cardholder', string>> = {
  en: { merchant: "i'm the shop owner", cardholder: 'the cardholder' },
  'zh-CN': { merchant: '我是商户', cardholder: '我是持卡人' },
}

function amountWords(minor: number, locale: Locale): string {
  const plain = (minor / 100).toFixed(2)
  return locale === 'zh-CN' ? `${plain}元` : plain
}

function dayWords(day: string, locale: Locale): string {
  const date = new Date(`${day}T12:00:00Z`)
  if (locale === 'zh-CN') return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
  const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(date)
  return `${date.getUTCDate()} ${month}`
}
