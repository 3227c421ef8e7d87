import type { ResponseCodeTexts } from './texts.en.ts'

export const zhCn: ResponseCodeTexts = {
  askCode: '终端或小票上显示的是什么代码？（两位，例如 51、68）',
  noCode:
    '没关系，下次看到代码，把那两位发给我就行。如果扣了钱或少了钱，告诉我金额、日期和卡号后四位。',
  unknown: (code) =>
    `代码 ${code} 我不认识，各收单机构会有自己的代码；请打小票上收单机构的电话问一下。没看银行明细之前先不要再刷。`,
  explained: (code, meaning) => `在多数终端上，${code} 的意思是：${meaning}`,
  forCardholder: (advice) => `持卡人：${advice}`,
  forMerchant: (advice) => `商户：${advice}`,
  moneyRisk: {
    moved: '钱已经动了。',
    none_expected: '通常没有扣款。',
    possible: '有可能已经扣款：再付之前先看一下银行明细。',
  },
  goOn: '如果扣了钱或少了钱，告诉我金额、日期和卡号后四位，我来查。',
}
