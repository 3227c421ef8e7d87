import type { Locale } from '../../src/domain/locale.ts'

/** Papers that a hold asks for, as they are called on either side. */
const papers: readonly (readonly [zh: string, en: string])[] = [
  ['营业执照', 'business licence'],
  ['法人身份证', 'ID of the legal representative'],
  ['身份证', 'ID card'],
  ['护照', 'passport'],
  ['购销合同或发票', 'sales contract or invoice'],
  ['购销合同', 'sales contract'],
  ['销售合同', 'sales contract'],
  ['发票', 'invoice'],
  ['进货单', 'purchase invoice'],
  ['签购单', 'signed slip'],
  ['发货凭证', 'proof of dispatch'],
  ['妥投证明', 'proof of delivery'],
  ['签收单', 'delivery note'],
  ['物流单号', 'tracking number'],
  ['租赁合同', 'lease'],
  ['银行流水', 'bank statement'],
  ['门店照片', 'photo of the shop'],
]

/** A paper that the record names, in the customer's language; as it stands where it is not known. */
export function paperName(name: string, locale: Locale): string {
  const [from, to] = locale === 'en' ? [0, 1] : [1, 0]
  const asked = name.trim().toLowerCase()
  return papers.find((each) => each[from]?.toLowerCase() === asked)?.[to] ?? name
}
