import type { DirectoryId } from './directory-ids.ts'
import type { ComplaintRegion } from './region.ts'

/** A time limit of the law or of a complaint scheme. */
export const regimeIds = [
  'cn_payment_institution',
  'cn_payment_institution_duty',
  'cn_bank',
  'cn_hold_notice',
  'gb_psd',
  'gb_other',
  'gb_quick',
  'eu_psd2',
  'us_reg_e',
  'us_reg_z',
  'us_cfpb',
] as const
export type RegimeId = (typeof regimeIds)[number]

/** A length of time; business days are those of the regime's own calendar. */
export interface Span {
  n: number
  unit: 'business_days' | 'calendar_days' | 'weeks'
}

export interface Regime {
  id: RegimeId
  region: ComplaintRegion
  /** Whose duty it is. Limits of the issuer are information, never our promise. */
  dutyOf: 'payment_institution' | 'bank' | 'issuer'
  starts: 'receipt' | 'forwarded_by_regulator' | 'measure_taken' | 'customer_notice'
  acknowledge?: Span | undefined
  /** Absent: promptly, without a number. */
  final?: Span | undefined
  /** At most, each with notice to the customer. */
  extended?: readonly Span[] | undefined
  /** A faster way out that replaces the final answer when it succeeds. */
  optional?: boolean | undefined
  /** Calendar id for `business_days`. */
  calendar: string
  /** Where the customer turns when the answer does not come or does not satisfy. */
  nextInstance: DirectoryId
  /** Months after our final answer in which the next instance must be asked. */
  escalateWithinMonths?: number | undefined
  source: string
  reviewedAt: string
}

const business = (n: number): Span => ({ n, unit: 'business_days' })
const days = (n: number): Span => ({ n, unit: 'calendar_days' })
const reviewedAt = '2026-11-23'

/** Every regime we know. Numbers are reviewed with their source before they change. */
export const regimes: Readonly<Record<RegimeId, Regime>> = {
  cn_payment_institution: {
    id: 'cn_payment_institution',
    region: 'CN',
    dutyOf: 'payment_institution',
    starts: 'forwarded_by_regulator',
    final: days(15),
    extended: [days(60)],
    calendar: 'cn_state_council',
    nextInstance: 'cn_pboc_12363',
    source: 'PBOC Order [2020] No. 5, complaints forwarded by a PBOC branch; to be verified',
    reviewedAt,
  },
  cn_payment_institution_duty: {
    id: 'cn_payment_institution_duty',
    region: 'CN',
    dutyOf: 'payment_institution',
    starts: 'receipt',
    calendar: 'cn_state_council',
    nextInstance: 'cn_pboc_12363',
    source: 'Regulation on Non-bank Payment Institutions, art. 35: promptly and properly',
    reviewedAt,
  },
  cn_bank: {
    id: 'cn_bank',
    region: 'CN',
    dutyOf: 'bank',
    starts: 'receipt',
    final: days(15),
    extended: [days(30), days(60)],
    calendar: 'cn_state_council',
    nextInstance: 'cn_nfra_12378',
    source: 'Measures for handling consumer complaints in banking and insurance (2020)',
    reviewedAt,
  },
  cn_hold_notice: {
    id: 'cn_hold_notice',
    region: 'CN',
    dutyOf: 'payment_institution',
    starts: 'measure_taken',
    calendar: 'cn_state_council',
    nextInstance: 'cn_pboc_12363',
    source: 'Anti-Telecom-Fraud Law, art. 32: reason, remedy and documents are told',
    reviewedAt,
  },
  gb_psd: {
    id: 'gb_psd',
    region: 'GB',
    dutyOf: 'payment_institution',
    starts: 'receipt',
    final: business(15),
    extended: [business(35)],
    calendar: 'gb_england',
    nextInstance: 'gb_fos',
    escalateWithinMonths: 6,
    source: 'FCA Handbook DISP 1.6, payment services and e-money complaints',
    reviewedAt,
  },
  gb_other: {
    id: 'gb_other',
    region: 'GB',
    dutyOf: 'bank',
    starts: 'receipt',
    final: { n: 8, unit: 'weeks' },
    calendar: 'gb_england',
    nextInstance: 'gb_fos',
    escalateWithinMonths: 6,
    source: 'FCA Handbook DISP 1.6, other complaints',
    reviewedAt,
  },
  gb_quick: {
    id: 'gb_quick',
    region: 'GB',
    dutyOf: 'payment_institution',
    starts: 'receipt',
    final: business(3),
    optional: true,
    calendar: 'gb_england',
    nextInstance: 'gb_fos',
    escalateWithinMonths: 6,
    source: 'FCA Handbook DISP 1.5, summary resolution communication',
    reviewedAt,
  },
  eu_psd2: {
    id: 'eu_psd2',
    region: 'EU',
    dutyOf: 'payment_institution',
    starts: 'receipt',
    final: business(15),
    extended: [business(35)],
    calendar: 'target',
    nextInstance: 'eu_authority',
    source: 'Directive (EU) 2015/2366, art. 101',
    reviewedAt,
  },
  us_reg_e: {
    id: 'us_reg_e',
    region: 'US',
    dutyOf: 'issuer',
    starts: 'customer_notice',
    acknowledge: business(10),
    final: business(10),
    extended: [days(45), days(90)],
    calendar: 'us_federal_reserve',
    nextInstance: 'us_cfpb',
    source: 'Regulation E, error resolution for debit and electronic transfers',
    reviewedAt,
  },
  us_reg_z: {
    id: 'us_reg_z',
    region: 'US',
    dutyOf: 'issuer',
    starts: 'customer_notice',
    acknowledge: days(30),
    final: days(90),
    calendar: 'us_federal_reserve',
    nextInstance: 'us_cfpb',
    source: 'Regulation Z, billing errors on credit cards; two billing cycles, at most 90 days',
    reviewedAt,
  },
  us_cfpb: {
    id: 'us_cfpb',
    region: 'US',
    dutyOf: 'payment_institution',
    starts: 'forwarded_by_regulator',
    final: days(15),
    extended: [days(60)],
    calendar: 'us_federal_reserve',
    nextInstance: 'us_cfpb',
    source: 'CFPB company portal: answer in 15 days, in progress up to 60',
    reviewedAt,
  },
}

/** Other spellings of a regime that records use. */
export const regimeAliases: Readonly<Record<string, RegimeId>> = {
  cn_npi: 'cn_payment_institution',
  cn_npi_pboc: 'cn_payment_institution',
  cn_pboc: 'cn_payment_institution',
  cn_pboc_12363: 'cn_payment_institution',
  cn_12363: 'cn_payment_institution',
  pboc: 'cn_payment_institution',
  cn_nonbank: 'cn_payment_institution',
  cn_acquirer: 'cn_payment_institution',
  cn_payment: 'cn_payment_institution',
  cn: 'cn_payment_institution',
  payment_institution: 'cn_payment_institution',
  cn_nfra: 'cn_bank',
  cn_cbirc: 'cn_bank',
  cn_12378: 'cn_bank',
  cn_nfra_12378: 'cn_bank',
  gb: 'gb_psd',
  uk: 'gb_psd',
  gb_psr: 'gb_psd',
  gb_emd: 'gb_psd',
  gb_payment: 'gb_psd',
  gb_payments: 'gb_psd',
  gb_disp: 'gb_psd',
  gb_disp_psd: 'gb_psd',
  gb_fca: 'gb_psd',
  gb_8_weeks: 'gb_other',
  gb_8weeks: 'gb_other',
  gb_8w: 'gb_other',
  gb_disp_other: 'gb_other',
  gb_non_psd: 'gb_other',
  gb_summary: 'gb_quick',
  gb_src: 'gb_quick',
  eu: 'eu_psd2',
  eu_psd: 'eu_psd2',
  psd2: 'eu_psd2',
  us_rege: 'us_reg_e',
  reg_e: 'us_reg_e',
  us_efta: 'us_reg_e',
  us_regz: 'us_reg_z',
  reg_z: 'us_reg_z',
  us_fcba: 'us_reg_z',
  us: 'us_cfpb',
  cfpb: 'us_cfpb',
}

/** The regime a record names, whatever its case and separators: `CN-NPI`, `uk_psd`, `gb.psd`. */
export function regimeOf(name: string): Regime | undefined {
  const key = name
    .trim()
    .toLowerCase()
    .replace(/[\s.\-/:]+/g, '_')
    .replace(/^uk_/, 'gb_')
  const id = regimeIds.find((each) => each === key) ?? ownValue(regimeAliases, key) ?? guess(key)
  return id && regimes[id]
}

/** What a longer name says beyond doubt: `cn_npi_order_2020_5`, `gb_disp_8_weeks`. First hit wins. */
const marks: readonly (readonly [mark: RegExp, id: RegimeId])[] = [
  [/^(?:cn|prc|china)_.*(?:non_?bank|npi|pboc|payment|12363)/, 'cn_payment_institution'],
  [/^(?:cn|prc|china)_.*(?:bank|nfra|cbirc|12378)/, 'cn_bank'],
  [/^gb_.*(?:8_?w|eight_weeks|other|non_?psd)/, 'gb_other'],
  [/^gb_.*(?:psd|psr|emd|payment)/, 'gb_psd'],
  [/^eu_.*psd/, 'eu_psd2'],
  [/(?:^|_)reg_?e(?:_|$)/, 'us_reg_e'],
  [/(?:^|_)(?:reg_?z|fcba)(?:_|$)/, 'us_reg_z'],
  [/(?:^|_)cfpb(?:_|$)/, 'us_cfpb'],
]

function guess(key: string): RegimeId | undefined {
  return marks.find(([mark]) => mark.test(key))?.[1]
}

function ownValue<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
