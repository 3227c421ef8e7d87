import { contact, type Directory, type DirectoryEntry, directory } from './directory.ts'
import type { DirectoryId } from './directory-ids.ts'
import { type ComplaintRegion, complaintRegion } from './region.ts'

/** What a customer needs somebody for. */
export const contactProblems = [
  'payout',
  'terminal',
  'hold',
  'fee',
  'debit',
  'unauthorised',
  'refund_not_posted',
  'refund_not_submitted',
  'void',
  'preauth',
  'contradiction',
  'goods',
  'unlicensed',
  'fraud_loss',
  'fraud_attempt',
  'scam_text',
  'complaint',
] as const
export type ContactProblem = (typeof contactProblems)[number]

export interface ContactQuestion {
  problem: ContactProblem
  /** Country or region. */
  region: string
  role: 'merchant' | 'cardholder'
  /** A merchant counts as a company unless this says false. */
  isCompany?: boolean | undefined
  /** Against whom, when a regulator is chosen. Without it: a payment institution. */
  institution?: 'payment_institution' | 'bank' | undefined
  /** How far the institution's own complaint step is. */
  complaint?: 'none' | 'open' | 'answered' | 'overdue' | undefined
}

/**
 * A contact and its turn: `now`; `if_unsolved` when the one before could not help;
 * `after_own_complaint` only once the institution has answered or its time has run out.
 */
export interface RoutedContact {
  contact: DirectoryEntry
  step: 'now' | 'if_unsolved' | 'after_own_complaint'
  /** False: it may turn a business away, and nobody may promise otherwise. */
  certain: boolean
}

/** Whom to turn to, in order. What to have at hand and to say stands with the words of each id. */
export function routeContact(
  question: ContactQuestion,
  from: Directory = directory,
): RoutedContact[] {
  const region = complaintRegion(question.region)
  const first = firstContacts(question, region)
  const regulators = regulatorsOf(question, region)
  return [
    ...first.map((id, index) => ({
      contact: contact(id, from),
      step: index === 0 || isUrgent(question) ? ('now' as const) : ('if_unsolved' as const),
      certain: true,
    })),
    ...regulators.map(({ id, certain }) => ({
      contact: contact(id, from),
      step: isOpenTo(id, question) ? ('now' as const) : ('after_own_complaint' as const),
      certain,
    })),
  ]
}

function isUrgent({ problem }: ContactQuestion): boolean {
  return problem === 'fraud_loss' || problem === 'unauthorised'
}

/** Reporting an unlicensed business is no complaint: nobody has to answer first. */
function isOpenTo(id: DirectoryId, { problem, complaint }: ContactQuestion): boolean {
  if (id === 'cn_pcac' && problem === 'unlicensed') return true
  return complaint === 'answered' || complaint === 'overdue'
}

function firstContacts(question: ContactQuestion, region: ComplaintRegion): DirectoryId[] {
  const { problem, role } = question
  const police = policeOf[region]
  const own: DirectoryId = role === 'merchant' ? 'acquirer' : 'issuer'
  const contacts: Readonly<Record<ContactProblem, readonly DirectoryId[]>> = {
    payout: ['acquirer'],
    terminal: ['acquirer'],
    hold: ['acquirer'],
    fee: ['acquirer'],
    debit: ['issuer'],
    unauthorised: ['issuer', ...police],
    refund_not_posted: ['issuer'],
    refund_not_submitted: ['shop', 'issuer'],
    void: ['shop', 'issuer'],
    preauth: ['shop', 'issuer'],
    contradiction: region === 'CN' ? ['cn_unionpay'] : [own],
    goods: ['shop'],
    unlicensed: ['acquirer', ...police],
    fraud_loss: ['issuer', ...police],
    fraud_attempt: adviceOf[region],
    scam_text: region === 'GB' ? ['gb_7726'] : adviceOf[region],
    complaint: [own],
  }
  return [...contacts[problem]]
}

const policeOf: Readonly<Record<ComplaintRegion, readonly DirectoryId[]>> = {
  CN: ['cn_110', 'cn_96110'],
  GB: ['gb_159', 'gb_report_fraud', 'gb_police_scotland'],
  US: ['local_police', 'us_ftc'],
  EU: ['local_police'],
  OTHER: ['local_police'],
}

const adviceOf: Readonly<Record<ComplaintRegion, readonly DirectoryId[]>> = {
  CN: ['cn_96110'],
  GB: ['gb_159', 'gb_report_fraud'],
  US: ['us_ftc'],
  EU: ['local_police'],
  OTHER: ['local_police'],
}

interface Regulator {
  id: DirectoryId
  certain: boolean
}

/** No complaint route against an institution: police matters and the dispute with a shop aside. */
const withoutRegulator: readonly ContactProblem[] = ['fraud_attempt', 'scam_text']

function regulatorsOf(question: ContactQuestion, region: ComplaintRegion): Regulator[] {
  if (withoutRegulator.includes(question.problem)) return []
  const business = question.role === 'merchant' && question.isCompany !== false
  switch (region) {
    case 'CN':
      return chinese(question, business)
    case 'GB':
      return [{ id: 'gb_fos', certain: question.role === 'cardholder' }]
    case 'US':
      return question.role === 'merchant' ? [] : [{ id: 'us_cfpb', certain: true }]
    case 'EU':
      return [{ id: 'eu_authority', certain: question.role === 'cardholder' }]
    default:
      return []
  }
}

/** A company is no "consumer" under the financial rules or 12315: the association stays open. */
function chinese(question: ContactQuestion, business: boolean): Regulator[] {
  const association: Regulator = { id: 'cn_pcac', certain: true }
  const atBank = question.institution === 'bank' || againstIssuer(question)
  if (business) return atBank ? [] : [association]
  const certain = question.role === 'cardholder'
  if (shopProblems.includes(question.problem)) return certain ? [{ id: 'cn_12315', certain }] : []
  if (atBank) return [{ id: 'cn_nfra_12378', certain }]
  return [{ id: 'cn_pboc_12363', certain }, association]
}

/** A dispute with the shop, not with whoever moved the money. */
const shopProblems: readonly ContactProblem[] = ['goods', 'refund_not_submitted', 'void']

const issuerProblems: readonly ContactProblem[] = [
  'debit',
  'unauthorised',
  'refund_not_posted',
  'fraud_loss',
]

function againstIssuer({ problem, role, institution }: ContactQuestion): boolean {
  return institution === undefined && role === 'cardholder' && issuerProblems.includes(problem)
}
