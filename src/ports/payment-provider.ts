import type {
  ComplaintRecord,
  Dispute,
  Incident,
  Merchant,
  Payout,
  TransactionRecord,
} from '../domain/transaction.ts'

/** What to look for. Every key that is given must match. Times are ISO instants, `to` is exclusive. */
export interface TransactionQuery {
  /** Only this merchant's records: set whenever a signed-in merchant asks. */
  merchantId?: string | undefined
  id?: string | undefined
  rrn?: string | undefined
  orderNo?: string | undefined
  authCode?: string | undefined
  terminalId?: string | undefined
  batchNo?: string | undefined
  last4?: string | undefined
  /** Any of these amounts, in minor units: gross, net, or what the customer received. */
  amountsMinor?: number[] | undefined
  currency?: string | undefined
  from?: string | undefined
  to?: string | undefined
  /** At most so many records; the policy asks for one more than it can list. */
  limit: number
}

/** Everything about a merchant that explains a payout. */
export interface MerchantFile {
  merchant: Merchant
  payouts: Payout[]
  disputes: Dispute[]
  complaints: ComplaintRecord[]
}

/**
 * A payment system that can be asked about transactions. Look-ups only read.
 * Implementations throw only `Failure`; finding nothing is an answer.
 */
export interface PaymentProvider {
  readonly name: string
  findTransactions(query: TransactionQuery): Promise<TransactionRecord[]>
  merchantFile(merchantId: string): Promise<MerchantFile | undefined>
  incidents(): Promise<Incident[]>
}
