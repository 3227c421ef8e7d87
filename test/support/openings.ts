import type { FlowName } from '../../dialogs/memory.ts'
import type { Locale } from '../../src/domain/locale.ts'

/** What leads to an open question of a dialog. */
type Opening = Record<Locale, string>

const opened = (chinese: string, english: string): Opening => ({ 'zh-CN': chinese, en: english })

/**
 * Every dialog that asks something, in the middle of its question. The others answer at once and leave
 * nothing open: they are what people digress to.
 */
export const openings: Record<FlowName, Opening | 'asks nothing'> = {
  'where-is-my-money': opened(
    'POS机刷卡的钱没到账',
    'my shop took a card payment and the money is not in my bank',
  ),
  'charged-or-held': opened('我被扣了两次款', 'I was charged twice'),
  'response-code': opened(
    '机器上的响应码是什么意思',
    'what does the response code on my terminal mean',
  ),
  'risk-hold': opened('我的结算被风控冻结了', 'my payout is on hold for a risk review, why'),
  'terminal-fault': opened(
    '我店里POS机刷640的时候死机了',
    'the terminal in my shop froze during a sale of 640',
  ),
  complaint: opened('我要投诉', 'I want to complain'),
  'contingency-plan': opened('我想做应急预案', 'I want to make a contingency plan'),
  fraud: 'asks nothing',
  'contact-channels': 'asks nothing',
  'pos-application': 'asks nothing',
  'talk-to-a-person': 'asks nothing',
  privacy: 'asks nothing',
  knowledge: 'asks nothing',
  'small-talk': 'asks nothing',
}
