import type { Locale } from '../../src/domain/locale.ts'
import type { PayoutState } from '../../src/domain/transaction.ts'
import type { VerdictFacts } from './facts.ts'

const states: Record<Locale, Record<PayoutState, string>> = {
  en: {
    none: 'has not started',
    scheduled: 'is planned',
    in_transit: 'is on its way',
    sent: 'has been sent',
    credited: 'was credited',
    failed: 'did not succeed',
    returned: 'was sent back',
    frozen: 'is frozen',
    canceled: 'was cancelled',
    not_reported: 'has no status yet',
  },
  'zh-CN': {
    none: '还没有开始',
    scheduled: '已安排',
    in_transit: '正在途中',
    sent: '已发出',
    credited: '已入账',
    failed: '没有成功',
    returned: '被退回了',
    frozen: '被冻结了',
    canceled: '已取消',
    not_reported: '还没有状态',
  },
}

/** What the record shows of a payout that is no single payment: its sum, its day and its state. */
export function payoutInWords(facts: VerdictFacts, state: PayoutState, locale: Locale): string {
  const { amount, saleWhen } = facts
  if (locale === 'zh-CN') {
    return `${saleWhen ? `${saleWhen}的` : ''}出款${amount ? ` ${amount} ` : ''}${states[locale][state]}。`
  }
  const sum = amount ? ` of ${amount}` : ''
  const day = saleWhen ? ` of ${saleWhen}` : ''
  return `The payout${sum}${day} ${states[locale][state]}.`
}
