import type { CodeScheme } from '../transaction.ts'

/**
 * Words and numbers of online providers for what field 39 says on a terminal. Only where the meaning
 * is the same; everything else is left unexplained.
 */
const asField39: Partial<Record<CodeScheme, Readonly<Record<string, string>>>> = {
  stripe: {
    insufficient_funds: '51',
    expired_card: '54',
    incorrect_pin: '55',
    invalid_pin: '55',
    pin_try_exceeded: '75',
    do_not_honor: '05',
    generic_decline: '05',
    card_declined: '05',
    call_issuer: '01',
    card_not_supported: '57',
    transaction_not_allowed: '57',
    withdrawal_count_limit_exceeded: '65',
    card_velocity_exceeded: '65',
    issuer_not_available: '91',
    invalid_amount: '13',
  },
  square: {
    generic_decline: '05',
    card_declined: '05',
    insufficient_funds: '51',
    card_expired: '54',
    invalid_pin: '55',
    allowable_pin_tries_exceeded: '75',
    card_declined_call_issuer: '01',
    voice_failure: '01',
    transaction_limit: '61',
    card_not_supported: '57',
  },
  adyen: {
    '2': '05',
    '3': '01',
    '6': '54',
    '7': '13',
    '8': '14',
    '9': '91',
    '12': '51',
    '17': '55',
    '18': '75',
    '23': '57',
    refused: '05',
    expired_card: '54',
    not_enough_balance: '51',
    invalid_pin: '55',
    pin_tries_exceeded: '75',
    issuer_unavailable: '91',
    transaction_not_permitted: '57',
  },
}

/** The field-39 code that says the same, when there is one. */
export function field39Of(scheme: CodeScheme, code: string): string | undefined {
  const key = code
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, '_')
  return asField39[scheme]?.[key]
}
