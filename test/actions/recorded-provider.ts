import { matchesQuery } from '../../src/connectors/world/match-query.ts'
import type { Incident, TransactionRecord } from '../../src/domain/transaction.ts'
import type {
  MerchantFile,
  PaymentProvider,
  TransactionQuery,
} from '../../src/ports/payment-provider.ts'

export interface Shelf {
  records?: TransactionRecord[]
  files?: MerchantFile[]
  incidents?: Incident[]
}

/** A provider that answers from lists and keeps what it was asked. */
export function recordedProvider({ records = [], files = [], incidents = [] }: Shelf) {
  const queries: TransactionQuery[] = []
  const merchants: string[] = []
  const provider: PaymentProvider = {
    name: 'recorded',
    async findTransactions(query) {
      queries.push(query)
      return records.filter((record) => matchesQuery(record, query)).slice(0, query.limit)
    },
    async merchantFile(merchantId) {
      merchants.push(merchantId)
      return files.find(({ merchant }) => merchant.id === merchantId)
    },
    incidents: async () => incidents,
  }
  return { provider, queries, merchants }
}

/** A provider that never answers, as one whose line is dead. */
export const silentProvider: PaymentProvider = {
  name: 'silent',
  findTransactions: () => new Promise(() => {}),
  merchantFile: () => new Promise(() => {}),
  incidents: () => new Promise(() => {}),
}
