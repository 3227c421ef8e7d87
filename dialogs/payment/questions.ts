import type { DiagnosticQuestion } from '../../src/domain/diagnosis/best-question.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { formatMoney } from '../../src/domain/money.ts'
import type { TransactionRecord } from '../../src/domain/transaction.ts'
import type { Ask } from '../flow.ts'
import { formatMoment } from '../format.ts'
import type { Choice, Memory } from '../memory.ts'
import { wordsFor } from '../talk-to-a-person/words-for.ts'
import { en, type PaymentTexts } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

export const paymentTexts: Record<Locale, PaymentTexts> = { en, 'zh-CN': zhCn }

export function askRole(texts: PaymentTexts): Ask {
  return {
    slot: 'role',
    name: 'role',
    text: texts.askRole,
    choices: [
      { label: texts.roleMerchant, value: 'merchant' },
      { label: texts.roleCardholder, value: 'cardholder' },
    ],
  }
}

/** The question for one key of the payment. */
export function askKey(slot: 'rrn' | 'amount' | 'date' | 'last4', texts: PaymentTexts): Ask {
  const text = {
    rrn: texts.askReference,
    amount: texts.askAmount,
    date: texts.askDate,
    last4: texts.askLast4,
  }[slot]
  return { slot, name: slot, text }
}

/** The records to choose from, the newest first: time, last four and amount, nothing more. */
export function askCandidate(
  records: readonly TransactionRecord[],
  texts: PaymentTexts,
  place: { locale: Locale; timeZone: string },
): Ask {
  const newestFirst = records.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))
  const choices = newestFirst.map((record) => ({
    label: candidateLabel(record, place),
    value: record.id,
  }))
  return {
    slot: 'candidate',
    name: 'candidate',
    text: texts.askCandidate,
    choices: [...choices, { label: texts.noneOfThese, value: 'none' }],
  }
}

function candidateLabel(
  record: TransactionRecord,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): string {
  const when = formatMoment(record.createdAt, locale, timeZone)
  const last4 = record.card?.last4
  const card = locale === 'zh-CN' ? `尾号 ${last4}` : `card ${last4}`
  return [when, formatMoney(record.amount, locale), last4 ? card : undefined]
    .filter(Boolean)
    .join(' · ')
}

/** The question that would tell the remaining causes apart, with the answers it knows. */
export function askDiagnostic(question: DiagnosticQuestion, texts: PaymentTexts): Ask {
  const words = {
    slip: { text: texts.askSlip, answers: texts.slip },
    account_change: { text: texts.askAccountChange, answers: texts.accountChange },
    bank_debit: { text: texts.askBankDebit, answers: texts.bankDebit },
  }[question.name]
  const choices: Choice[] = Object.entries(words.answers).map(([value, label]) => ({
    label,
    value: `cue:${value}`,
  }))
  return { slot: question.slot, name: question.name, text: words.text, choices }
}

/** Without the provider: a ticket, later, or a person, whom one who waits need not ask for. */
export function askWhenUnavailable(memory: Memory): Ask {
  const texts = wordsFor(paymentTexts, memory)
  const waits = memory.handoff?.state === 'queued'
  return {
    slot: 'confirm',
    name: 'unavailable',
    text: texts.unavailableChoice,
    choices: [
      { label: texts.fileTicket, value: 'ticket' },
      ...(waits ? [] : [{ label: texts.callPerson, value: 'person' }]),
      { label: texts.tryLater, value: 'later' },
    ],
  }
}
