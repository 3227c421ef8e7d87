import { contact } from '../../src/domain/complaints/directory.ts'
import type { DirectoryId } from '../../src/domain/complaints/directory-ids.ts'
import {
  type ContactProblem,
  type RoutedContact,
  routeContact,
} from '../../src/domain/complaints/route-contact.ts'
import type { Concern } from '../../src/domain/diagnosis/case-evidence.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { type Flow, finish } from '../flow.ts'
import type { Memory } from '../memory.ts'
import { directoryEn } from '../words/directory.en.ts'
import { directoryZhCn } from '../words/directory.zh-cn.ts'
import { type ContactTexts, en } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

const texts: Record<Locale, ContactTexts> = { en, 'zh-CN': zhCn }
const advice = { en: directoryEn, 'zh-CN': directoryZhCn }

/** "Whom do I call?" By who owns the problem, and by region; numbers only from the directory. */
export const contactChannels: Flow = {
  name: 'contact-channels',
  intents: ['contact_channels'],
  async turn({ said, memory }) {
    const words = texts[memory.locale]
    const problem = problemOf(memory)
    const contacts = routeContact({
      problem,
      region: regionOf(memory),
      role: memory.facts.role ?? 'cardholder',
    })
    const { have, say, expect } = advice[memory.locale][problem]
    const lines = [
      words.intro,
      ...contactLines([...namedContacts(said.text), ...contacts], memory.locale),
      words.have(have),
      words.say(say),
      words.expect(expect),
      words.never,
    ]
    return finish(memory, [{ text: lines.join('\n') }])
  },
}

/** Organisations people ask for by name; each is answered with its own entry first. */
const named: readonly [RegExp, DirectoryId][] = [
  [/银联|union ?pay|(?<!\d)95516(?!\d)/iu, 'cn_unionpay'],
  [/(?<!\d)12315(?!\d)|市场监管|消协|工商/iu, 'cn_12315'],
  [/(?<!\d)12363(?!\d)|人民银行|央行|人行/iu, 'cn_pboc_12363'],
  [/(?<!\d)12378(?!\d)|银保监|金融监管/iu, 'cn_nfra_12378'],
  [/(?<!\d)96110(?!\d)|反诈/iu, 'cn_96110'],
  [/清算协会|pcac/iu, 'cn_pcac'],
  [/ombudsman|\bfos\b/iu, 'gb_fos'],
  [/\bcfpb\b/iu, 'us_cfpb'],
  [/report fraud/iu, 'gb_report_fraud'],
]

function namedContacts(text: string): RoutedContact[] {
  return named
    .filter(([name]) => name.test(text))
    .map(([, id]) => ({ contact: contact(id), step: 'now', certain: true }))
}

/** One line a contact: name, number or site, and when it is its turn. */
export function contactLines(contacts: readonly RoutedContact[], locale: Locale): string[] {
  const words = texts[locale]
  return contacts.map(({ contact, step, certain }, index) => {
    const how = [contact.phone, contact.url].filter(Boolean).join(' · ')
    const remarks = [words.steps[step], certain ? undefined : words.uncertain].filter(Boolean)
    const joint = locale === 'zh-CN' ? '，' : ', '
    const open = locale === 'zh-CN' ? '（' : ' ('
    const close = locale === 'zh-CN' ? '）' : ')'
    const note = contact.note?.[locale]
    return `${index + 1}. ${contact.name[locale]}${how ? ` ${how}` : ''}${open}${remarks.join(joint)}${close}${note ? ` ${note}` : ''}`
  })
}

/** Where a sum in this money is most likely lost; dollars and euros say too little. */
const regionOfMoney: Partial<Record<string, string>> = { GBP: 'GB', CNY: 'CN' }

/** The region named, the home of the money named, or that of the language spoken. */
export function regionOf({ facts, locale }: Memory): string {
  if (facts.country) return facts.country
  if (locale === 'zh-CN') return 'CN'
  return regionOfMoney[facts.amount?.currency ?? ''] ?? 'OTHER'
}

const problems: Record<Concern, ContactProblem> = {
  payout: 'payout',
  amount: 'fee',
  charge: 'debit',
  duplicate: 'refund_not_submitted',
  hold: 'preauth',
  refund: 'refund_not_posted',
}

function problemOf({ facts, verdict }: Memory): ContactProblem {
  if (facts.cues.includes('loss_happened')) return 'fraud_loss'
  if (facts.cues.includes('not_my_transaction')) return 'unauthorised'
  if (verdict?.cause === 'RC_ERQING') return 'unlicensed'
  if (facts.concern) return problems[facts.concern]
  if (facts.role) return facts.role === 'merchant' ? 'payout' : 'debit'
  return 'complaint'
}
