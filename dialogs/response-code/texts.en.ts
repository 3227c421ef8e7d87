export const en = {
  askCode: 'Which code does the terminal or slip show? (Two characters, such as 51 or 68.)',
  noCode:
    'No problem. If it shows a code again, tell me the two characters. If money was taken or is missing, give me the amount, the day and the card’s last four digits.',
  unknown: (code: string) =>
    `I do not know the code ${code}; acquirers add some of their own. The acquirer’s number on the slip can tell, and please do not pay again before you have checked your bank.`,
  explained: (code: string, meaning: string) => `On most terminals, ${code} means: ${meaning}`,
  forCardholder: (advice: string) => `For the cardholder: ${advice}`,
  forMerchant: (advice: string) => `For the shop: ${advice}`,
  moneyRisk: {
    moved: 'The money has moved.',
    none_expected: 'Normally nothing is charged.',
    possible: 'The money may have been taken: check the bank account before paying again.',
  },
  goOn: 'If money was taken or is missing, give me the amount, the day and the card’s last four digits, and I will look.',
}
export type ResponseCodeTexts = typeof en
