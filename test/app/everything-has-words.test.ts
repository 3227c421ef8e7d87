import { describe, expect, it } from 'vitest'
import { en as fraudEn } from '../../dialogs/fraud/texts.en.ts'
import { zhCn as fraudZhCn } from '../../dialogs/fraud/texts.zh-cn.ts'
import { freshMemory } from '../../dialogs/memory.ts'
import {
  askDiagnostic,
  askKey,
  askRole,
  askWhenUnavailable,
  paymentTexts,
} from '../../dialogs/payment/questions.ts'
import { smallTalkTexts } from '../../dialogs/small-talk/flow.ts'
import { causesEn } from '../../dialogs/verdict/causes.en.ts'
import { causesZhCn } from '../../dialogs/verdict/causes.zh-cn.ts'
import { entryNames } from '../../dialogs/verdict/entry-names.ts'
import { observationsEn, stagesEn } from '../../dialogs/verdict/seen.en.ts'
import { observationsZhCn, stagesZhCn } from '../../dialogs/verdict/seen.zh-cn.ts'
import { failureWords } from '../../dialogs/words/failure-words.ts'
import { ticketWords } from '../../dialogs/words/ticket-words.ts'
import { responseCodes } from '../../src/domain/codes/response-codes.ts'
import { directory } from '../../src/domain/complaints/directory.ts'
import {
  type DiagnosticQuestion,
  diagnosticQuestions,
} from '../../src/domain/diagnosis/best-question.ts'
import { causeCodes } from '../../src/domain/diagnosis/causes.ts'
import { recordObservations } from '../../src/domain/diagnosis/observation.ts'
import { cues } from '../../src/domain/diagnosis/story.ts'
import { fraudSigns } from '../../src/domain/fraud/signs.ts'
import { type Locale, locales } from '../../src/domain/locale.ts'
import { asksForSecret } from '../../src/domain/never-ask.ts'
import { redactionKinds } from '../../src/domain/redaction/redaction-kind.ts'
import { stages } from '../../src/domain/stage.ts'
import {
  severities,
  ticketCategories,
  ticketKinds,
  ticketStates,
} from '../../src/domain/tickets/ticket.ts'
import { failureCodes } from '../../src/errors.ts'
import { allTexts, type Rendered, render, sampleFacts } from './rendered-texts.ts'

type Words = Readonly<Record<string, unknown>>

const causes = { en: causesEn, 'zh-CN': causesZhCn }
const stageWords = { en: stagesEn, 'zh-CN': stagesZhCn }
const observationWords = { en: observationsEn, 'zh-CN': observationsZhCn }
const fraud = { en: fraudEn, 'zh-CN': fraudZhCn }

const observations = [...recordObservations, ...cues.map((cue) => `said_${cue}`)]

const lists: [name: string, codes: readonly string[], words: (locale: Locale) => Words][] = [
  ['cause', causeCodes, (locale) => causes[locale]],
  ['stage', stages, (locale) => stageWords[locale]],
  ['observation', observations, (locale) => observationWords[locale]],
  ['ticket category', ticketCategories, (locale) => ticketWords[locale].categories],
  ['ticket state', ticketStates, (locale) => ticketWords[locale].states],
  ['ticket kind', ticketKinds, (locale) => ticketWords[locale].kinds],
  ['severity', severities, (locale) => ticketWords[locale].severities],
  ['failure code', failureCodes, (locale) => failureWords[locale]],
  ['fraud sign', fraudSigns, (locale) => fraud[locale].warning],
  ['fraud sign asked about', fraudSigns, (locale) => fraud[locale].isItReal],
]

/** Codes, flags and names of ours, which no customer should ever read. */
const codeOfOurs = /RC_|\b[A-Z]{2,}_[A-Z_]+\b|\b[a-z]+_[a-z_]+\b|\bW\d{1,2}\b|\bP[1-4]\b|\{\w+\}/

const isHan = (text: string) => /\p{Script=Han}/u.test(text)
const texts = (found: readonly Rendered[]) => [
  ...new Set(found.map(({ where, text }) => `${where}: ${text}`)),
]

describe.each(locales)('the words in %s', (locale) => {
  it.each(lists)('name every %s, and none twice', (_name, codes, wordsOf) => {
    const words = wordsOf(locale)
    expect(Object.keys(words).toSorted()).toEqual([...codes].toSorted())
    for (const code of codes) {
      const said = render(words[code], code, locale)
      expect(said.length).toBeGreaterThan(0)
      for (const { text } of said) expect(text.trim()).not.toBe('')
    }
  })

  it.each(causeCodes)('of %s are whole sentences, whatever is known', (cause) => {
    const { name, ...lines } = causes[locale][cause]
    expect(name).not.toMatch(codeOfOurs)
    for (const facts of sampleFacts[locale]) {
      for (const line of Object.values(lines)) {
        const text = line(facts)
        expect(text).toMatch(locale === 'en' ? /^[^a-z\s].*[.?!)”]$/s : /[。？！）”]$/)
        expect(text).not.toMatch(/undefined|null|NaN| {2}|\(\)|（）|\.\.|。。/)
        expect(text).not.toMatch(codeOfOurs)
      }
    }
  })

  it('explain every response code to both sides', () => {
    const entries = Object.values(responseCodes).flatMap((codes) => [...codes.values()])
    expect(entries.length).toBeGreaterThan(60)
    for (const { code, meaning, cardholder, merchant } of entries) {
      for (const text of [meaning[locale], cardholder[locale], merchant[locale]]) {
        expect({ code, isHan: isHan(text) }).toEqual({ code, isHan: locale === 'zh-CN' })
        expect(text.length).toBeGreaterThan(3)
        expect(asksForSecret(text)).toBe(false)
      }
    }
  })

  it('put every question, with at least two answers where it offers some', () => {
    const words = paymentTexts[locale]
    const names = Object.keys(diagnosticQuestions) as DiagnosticQuestion['name'][]
    const diagnostic = names.map((name) =>
      askDiagnostic({ name, ...diagnosticQuestions[name] }, words),
    )
    const keys = (['rrn', 'amount', 'date', 'last4'] as const).map((slot) => askKey(slot, words))
    for (const { text, choices } of [
      ...diagnostic,
      ...keys,
      askRole(words),
      askWhenUnavailable(freshMemory(locale)),
    ]) {
      expect(text).toMatch(/[?？.。!！)）]$/)
      if (choices) expect(choices.length).toBeGreaterThanOrEqual(2)
      for (const { label } of choices ?? []) expect(isHan(label)).toBe(locale === 'zh-CN')
    }
    for (const name of names) {
      const answers = askDiagnostic({ name, ...diagnosticQuestions[name] }, words).choices ?? []
      const expected = diagnosticQuestions[name].answers.map((answer) => `cue:${answer}`)
      expect(answers.map(({ value }) => value).toSorted()).toEqual(expected.toSorted())
    }
  })

  it('name everything that can be hidden', () => {
    const { kinds } = smallTalkTexts[locale]
    for (const kind of redactionKinds) expect(kinds[kind], kind).toEqual(expect.any(String))
  })

  it('name whatever line a payout may have', () => {
    const types = [
      'chargeback',
      'refund',
      'reserve_hold',
      'fee',
      'returned',
      'adjustment',
      'some_new_type',
    ]
    const names = types.map((type) => entryNames[locale](type))
    expect(names.filter((name) => name === '' || codeOfOurs.test(name))).toEqual([])
    expect(new Set(names).size).toBe(types.length)
  })

  it('name every contact of the directory', () => {
    for (const { name } of directory.values()) expect(name[locale].trim()).not.toBe('')
  })
})

describe.each(locales)('every text of the dialogs in %s', (locale) => {
  it('is found, and many of them', async () => {
    const found = await allTexts(locale)
    const files = new Set(found.map(({ where }) => where.split('.ts')[0]))
    expect(files.size).toBeGreaterThanOrEqual(12)
    expect(found.length).toBeGreaterThan(1_000)
  })

  it('asks for no secret', async () => {
    const found = await allTexts(locale)
    expect(texts(found.filter(({ text }) => asksForSecret(text)))).toEqual([])
  })

  it('shows no code of ours', async () => {
    // The sentence of a stage is filled in before it is said.
    const found = (await allTexts(locale)).filter(({ where }) => !where.includes('.stages'))
    // What a canned answer leaves open is filled in by the desk.
    const filled = (text: string) => text.replace(/\{\{\w+\}\}/gu, '')
    expect(texts(found.filter(({ text }) => codeOfOurs.test(filled(text))))).toEqual([])
  })

  it('speaks its own language', async () => {
    const found = await allTexts(locale)
    const wrong =
      locale === 'en'
        ? found.filter(({ text }) => isHan(text))
        : found.filter(({ text }) => !isHan(text) && /[a-z]{4,}/.test(text))
    expect(texts(wrong)).toEqual([])
  })
})

describe('the words in both languages', () => {
  it('have the same names', async () => {
    const places = async (locale: Locale) =>
      [
        ...new Set(
          (await allTexts(locale)).map(({ where }) => where.replace(/\.(en|zh-cn)\.ts\.\w+/, '')),
        ),
      ].toSorted()
    expect(await places('zh-CN')).toEqual(await places('en'))
  })
})
