import { describe, expect, it } from 'vitest'
import { detectFraudSigns } from '../../../src/domain/fraud/detect-fraud-signs.ts'

const found = (text: string) => detectFraudSigns(text).map(({ sign }) => sign)

describe('signs as people tell them in passing', () => {
  it.each([
    [
      'a police officer says my money isnt secure and to transfer it into their protected account',
      'W1',
    ],
    [
      'they said I can get my terminal deposit back if I scan a QR code and add them on WhatsApp',
      'W2',
    ],
    ['salesman says I should run 10k on my own visa so the limit goes up', 'W4'],
    ['our card takings get sent by the agent from his own personal account', 'W5'],
    ['agent offers me zero rate by running my sales under a charity merchant category', 'W6'],
    ['sms says install this app to keep receiving settlements, link included', 'W10'],
    ["he wants his money back on his mate's card not the one he paid with", 'W13'],
    ['customer paid 900 instead of 90 and wants me to wire back the extra', 'W14'],
    ['a caller from the bank says punch the card number in manually and use his approval', 'W15'],
    ['my cousin wants to borrow my merchant account to run his sales for a cut', 'W17'],
  ])('in "%s" is %s', (text, sign) => {
    expect(found(text)).toContain(sign)
  })

  it.each([
    'can I put the refund back on the card he paid with?',
    'please send the balance of my payout to the new account',
    'does the terminal take visa and mastercard?',
    'can I type the card number in by hand for a phone order?',
    'I got an email with my statement, how do I download it?',
  ])('are not in "%s"', (text) => {
    expect(found(text)).toEqual([])
  })
})
