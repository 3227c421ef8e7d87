import type { CaseFacts } from '../domain/case-facts.ts'
import { type Asker, type Match, matchFacts, maySee } from '../domain/disclosure.ts'
import { addDays, instantAt, localTime } from '../domain/local-time.ts'
import { recordOfPayout } from '../domain/payout-record.ts'
import type { TransactionRecord } from '../domain/transaction.ts'
import { Failure } from '../errors.ts'
import type { PaymentProvider, TransactionQuery } from '../ports/payment-provider.ts'

/** What a look-up comes to. Only `found` and `several` carry records, and only ones the asker may see. */
export type LookUp =
  | { kind: 'found'; record: TransactionRecord }
  | { kind: 'several'; records: TransactionRecord[] }
  | { kind: 'too_many' }
  | { kind: 'nothing' }
  /** Something matches, but the asker has not named enough of it: say neither yes nor no to details. */
  | {
      kind: 'not_proven'
      missing: 'last4' | 'rrn' | 'amount'
      /** Something that was named is wrong: a guess, not only too little. */
      contradicted: boolean
      /** For counting guesses only; never told. */
      recordIds: string[]
    }
  /** Too little is known to look at all. */
  | { kind: 'ask'; slot: 'rrn' | 'amount' | 'date' | 'last4' }
  | { kind: 'unavailable' }

export interface LookUpNeeds {
  provider: PaymentProvider
  now: Date
  timeZone: string
  /** No answer within so many milliseconds is "unavailable": never guess, never hang. */
  timeoutMs: number
}

const mostListed = 5
const twinMs = 3_600_000
/** How far back a signed-in merchant's payments are looked through when nothing was named. */
const recentDays = 30
/** How far back a payment is looked for by its keys when no day was named. */
const farDays = 400
/** Refunds and holds are told by another day or amount than the sale's: the card's payments then. */
const sidePayments = 50

/**
 * Finds the payment the customer means. One match answers; two to five are listed; more need one
 * more key; none is tried once more with other keys, a day to either side, gross and net swapped.
 */
export async function lookUpPayment(
  facts: CaseFacts,
  asker: Asker,
  needs: LookUpNeeds,
): Promise<LookUp> {
  const slot = missingKey(facts, asker)
  if (slot) return { kind: 'ask', slot }
  try {
    return await search(facts, asker, needs)
  } catch (error) {
    if (error instanceof Failure && error.code.startsWith('provider_')) {
      return { kind: 'unavailable' }
    }
    throw error
  }
}

async function search(facts: CaseFacts, asker: Asker, needs: LookUpNeeds): Promise<LookUp> {
  for (const query of queries(facts, asker, needs)) {
    const found = await inTime(needs.provider.findTransactions(query), needs.timeoutMs)
    if (found.length > 0) return judge(found, facts, { asker, needs })
  }
  const payouts = await loosePayouts(facts, asker, needs)
  return payouts.length > 0 ? judge(payouts, facts, { asker, needs }) : { kind: 'nothing' }
}

/** Payouts of a merchant that name no transactions: by what was named of them, or the latest. */
async function loosePayouts(
  facts: CaseFacts,
  asker: Asker,
  { provider, now, timeoutMs }: LookUpNeeds,
): Promise<TransactionRecord[]> {
  if (!isOwner(asker) || !asker.merchantId || references(facts).length > 0 || facts.last4) return []
  const file = await inTime(provider.merchantFile(asker.merchantId), timeoutMs)
  const told = [facts.amount, ...(facts.otherAmounts ?? []), facts.received]
  const sums = told.flatMap((each) => (each && !each.approximate ? [each.minor] : []))
  return (file?.payouts ?? [])
    .filter((payout) => !payout.transactionIds?.length)
    .filter(({ id }) => !facts.transactionId || id === facts.transactionId)
    .filter(({ amount }) => sums.length === 0 || sums.includes(amount.minor))
    .map((payout) => recordOfPayout(payout, { provider: provider.name, now }))
}

/** A merchant an integrator has vouched for: sees all of the merchant's own records. */
export function isOwner(asker: Asker): boolean {
  return Boolean(asker.trusted && asker.role === 'merchant' && asker.merchantId)
}

/** The best key first: a reference; else amount with the day or the card. */
function missingKey(
  facts: CaseFacts,
  asker: Asker,
): 'rrn' | 'amount' | 'date' | 'last4' | undefined {
  if (isOwner(asker) || hasReference(facts)) return undefined
  if (!facts.amount && !facts.received) return facts.last4 && facts.date ? undefined : 'amount'
  if (facts.last4) return undefined
  return facts.date ? 'last4' : 'date'
}

/** A reference finds one payment by itself; an authorisation code (six characters) needs company. */
function hasReference(facts: CaseFacts): boolean {
  if (facts.transactionId || facts.rrn || facts.orderNo) return true
  return Boolean(facts.authCode && (facts.amount ?? facts.last4 ?? facts.date))
}

/** The narrow question first, then the retries, each a set of keys that all must match. */
function queries(facts: CaseFacts, asker: Asker, needs: LookUpNeeds): TransactionQuery[] {
  const scope = { limit: mostListed + 1, merchantId: isOwner(asker) ? asker.merchantId : undefined }
  if (facts.transactionId) return [{ ...scope, id: facts.transactionId }]
  const byReference = references(facts).map((reference) => ({ ...scope, ...reference }))
  const soft = softKeys(facts)
  const days = dayRange(facts, needs)
  if (byReference.length > 0 && !facts.date && !isNarrow(soft, asker)) return byReference
  const asked = [
    ...byReference,
    { ...scope, ...soft, ...days(0) },
    { ...scope, ...soft, ...days(1) },
    ...withoutOneKey(facts, soft, asker).map((keys) => ({ ...scope, ...keys, ...days(1) })),
    ...(facts.date ? [{ ...scope, ...soft, ...anyDay(needs) }] : []),
    ...byCardAlone(facts, needs).map((keys) => ({ ...scope, ...keys })),
  ]
  return asked.filter((query) => isNarrow(query, asker))
}

/** People name the day they noticed, not the day of the sale: the other keys on any day. */
function anyDay({ now, timeZone }: LookUpNeeds): Partial<TransactionQuery> {
  const from = addDays(localTime(now, timeZone).day, -farDays)
  return { from: instantAt(from, '00:00', timeZone).toISOString() }
}

/** The last resort for a refund or a hold: all payments of that card; proof decides what is shown. */
function byCardAlone(facts: CaseFacts, needs: LookUpNeeds): Partial<TransactionQuery>[] {
  const { last4, concern } = facts
  if (!last4 || (concern !== 'refund' && concern !== 'hold')) return []
  return [{ last4, ...anyDay(needs), limit: sidePayments }]
}

function references(facts: CaseFacts): Partial<TransactionQuery>[] {
  const all = [
    facts.rrn ? { rrn: facts.rrn } : undefined,
    facts.orderNo ? { orderNo: facts.orderNo } : undefined,
    facts.authCode ? { authCode: facts.authCode } : undefined,
  ]
  return all.filter((each) => each !== undefined)
}

type SoftKeys = Pick<TransactionQuery, 'amountsMinor' | 'last4' | 'terminalId'>

function softKeys(facts: CaseFacts): SoftKeys {
  const told = [facts.amount, ...(facts.otherAmounts ?? []), facts.received, facts.recorded].filter(
    (each) => each && !each.approximate,
  )
  const amounts = told.map((each) => each?.minor ?? 0)
  return {
    amountsMinor: amounts.length > 0 ? amounts : undefined,
    last4: facts.last4,
    terminalId: facts.terminalId,
  }
}

/** One wrong memory must not hide the payment: the amount or the card is left out in turn. */
function withoutOneKey(facts: CaseFacts, soft: SoftKeys, asker: Asker): SoftKeys[] {
  const withoutAmount =
    soft.amountsMinor && soft.last4 ? [{ ...soft, amountsMinor: undefined }] : []
  // Among a merchant's own payments the card alone says enough.
  if (!facts.date) return isOwner(asker) ? withoutAmount : []
  const withoutCard = soft.amountsMinor && soft.last4 ? [{ ...soft, last4: undefined }] : []
  return [...withoutAmount, ...withoutCard]
}

function isNarrow(query: Partial<TransactionQuery>, asker: Asker): boolean {
  if (query.rrn || query.orderNo || query.authCode || query.id) return true
  const named = [query.amountsMinor, query.last4, query.terminalId].filter(Boolean).length
  return isOwner(asker) || named + (query.from ? 1 : 0) >= 2
}

/** The day named, in the customer's zone, widened by `slack` days; or the recent past. */
function dayRange(facts: CaseFacts, { now, timeZone }: LookUpNeeds) {
  const today = localTime(now, timeZone).day
  const told = facts.date ? [facts.date, ...(facts.otherDates ?? [])].toSorted() : undefined
  return (slack: number) => {
    const named = facts.amount ?? facts.last4 ?? facts.terminalId
    const first = told?.[0] ?? addDays(today, named ? -farDays : -recentDays)
    const last = told?.at(-1) ?? today
    return {
      from: instantAt(addDays(first, -slack), '00:00', timeZone).toISOString(),
      to: instantAt(addDays(last, slack + 1), '00:00', timeZone).toISOString(),
    }
  }
}

interface Judging {
  asker: Asker
  needs: LookUpNeeds
}

function judge(found: TransactionRecord[], facts: CaseFacts, { asker, needs }: Judging): LookUp {
  const matches = found.map((record) => ({
    record,
    match: matchFacts(facts, record, needs.timeZone),
  }))
  const named = withoutUndoings(matches).filter(
    ({ match }) => match.right.length > 0 || match.wrong.length === 0,
  )
  if (named.length === 0) return { kind: 'nothing' }
  const visible = named.filter(({ record, match }) => maySee(asker, record, match))
  if (visible.length === 0) return notProven(named, facts)
  const best = preferred(bestMatches(visible), facts)
  if (best.length === 1 && best[0]) return { kind: 'found', record: best[0].record }
  if (best.length > mostListed) return { kind: 'too_many' }
  return { kind: 'several', records: best.map(({ record }) => record) }
}

/** The void of a sale is no payment of its own: the sale it undoes is the matter. */
function withoutUndoings<T extends { record: TransactionRecord }>(matches: T[]): T[] {
  const sales = matches.filter(({ record }) => !isUndoing(record))
  return matches.filter(
    ({ record }) => !isUndoing(record) || !sales.some((sale) => isTwin(sale.record, record)),
  )
}

function isUndoing({ type }: TransactionRecord): boolean {
  return type === 'void' || type === 'reversal'
}

function notProven(
  matches: { record: TransactionRecord; match: Match }[],
  facts: CaseFacts,
): LookUp {
  return {
    kind: 'not_proven',
    missing: nextProof(facts),
    contradicted: matches.every(({ match }) => match.wrong.length > 0),
    recordIds: matches.map(({ record }) => record.id),
  }
}

/**
 * A double charge is one matter, not a choice between two records: the pair counts as its undone
 * half when there is one. Without any key, money that has not come is what people ask about.
 */
function preferred<T extends { record: TransactionRecord; match: Match }>(
  matches: T[],
  facts: CaseFacts,
): T[] {
  const oneMatter = facts.concern === 'duplicate' || facts.role === 'cardholder'
  if (oneMatter && matches.length > 1 && areTwins(matches)) {
    const undone = matches.find(({ record }) => record.payment !== 'captured')
    return [undone ?? matches.at(-1)].filter((each) => each !== undefined)
  }
  const open = matches.filter(
    ({ record }) => record.payment === 'captured' && record.payout.state !== 'credited',
  )
  const nothingNamed = matches.every(({ match }) => match.right.length === 0)
  const missing = nothingNamed && facts.concern !== 'amount'
  return missing && open.length > 0 ? open : matches
}

function areTwins(matches: { record: TransactionRecord }[]): boolean {
  const [first, ...rest] = matches
  return first !== undefined && rest.every(({ record }) => isTwin(record, first.record))
}

/** Same card, amount and shop, and the same order or within the hour. */
export function isTwin(a: TransactionRecord, b: TransactionRecord): boolean {
  const samePayment =
    a.card?.last4 === b.card?.last4 &&
    a.amount.minor === b.amount.minor &&
    a.amount.currency === b.amount.currency &&
    a.merchantId === b.merchantId
  const sameOrder = a.refs.orderNo !== undefined && a.refs.orderNo === b.refs.orderNo
  const apart = Math.abs(Date.parse(a.createdAt) - Date.parse(b.createdAt))
  return samePayment && (sameOrder || apart <= twinMs)
}

/** Those that agree with the most of what was said and contradict the least. */
function bestMatches<T extends { match: { right: string[]; wrong: string[] } }>(matches: T[]): T[] {
  const rate = ({ match }: T) => match.right.length - 2 * match.wrong.length
  const top = Math.max(...matches.map(rate))
  return matches.filter((each) => rate(each) === top)
}

function nextProof(facts: CaseFacts): 'last4' | 'rrn' | 'amount' {
  if (!facts.amount && !facts.received) return 'amount'
  return facts.last4 ? 'rrn' : 'last4'
}

/** Settles within the time given, whatever the provider does. */
export async function inTime<T>(answer: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Failure('provider_unavailable', 'the provider did not answer in time')),
      timeoutMs,
    )
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
