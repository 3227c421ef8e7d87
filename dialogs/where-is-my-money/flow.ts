import type { Flow } from '../flow.ts'
import { findAndExplain } from '../payment/find-and-explain.ts'

/** "I sold something by card: where is my money?" */
export const whereIsMyMoney: Flow = {
  name: 'where-is-my-money',
  intents: [
    'money_not_arrived',
    'payout_paid_not_credited',
    'payout_destination_question',
    'amount_mismatch',
    'check_status',
    'settlement_window_question',
    'provide_details',
    'correct_details',
    'dispute_response',
    'receipt_retrieval',
  ],
  turn: findAndExplain,
}
