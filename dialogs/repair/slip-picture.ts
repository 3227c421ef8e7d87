import type { Locale } from '../../src/domain/locale.ts'
import type { Picture } from '../flow.ts'

/** The numbers of a slip that are asked for. */
export const slipTerms = [
  'rrn',
  'authCode',
  'terminalId',
  'merchantId',
  'batchNo',
  'last4',
] as const
export type SlipTerm = (typeof slipTerms)[number]

interface Line {
  term?: SlipTerm
  text: string
}

/** A slip as terminals print it; every number is made up, the card shows its last four only. */
const lines: Record<Locale, readonly Line[]> = {
  'zh-CN': [
    { text: '         POS 签购单' },
    { text: '商户名称: 示例商店' },
    { term: 'merchantId', text: '商户编号: 898000000000001' },
    { term: 'terminalId', text: '终端编号: 10000001' },
    { term: 'last4', text: '卡号: ************6225' },
    { text: '交易类型: 消费' },
    { term: 'batchNo', text: '批次号: 000012   凭证号: 000034' },
    { term: 'authCode', text: '授权码: A1B2C3' },
    { term: 'rrn', text: '参考号: 112219000061' },
    { text: '日期时间: 2026/11/22 19:00:00' },
    { text: '金额: RMB 10,000.00' },
  ],
  en: [
    { text: '        SALES RECEIPT' },
    { text: 'EXAMPLE SHOP' },
    { term: 'merchantId', text: 'MERCHANT ID   898000000000001' },
    { term: 'terminalId', text: 'TERMINAL ID   10000001' },
    { term: 'last4', text: 'CARD          ************6225' },
    { text: 'TYPE          SALE' },
    { term: 'batchNo', text: 'BATCH 000012  TRACE 000034' },
    { term: 'authCode', text: 'AUTH CODE     A1B2C3' },
    { term: 'rrn', text: 'REF NO (RRN)  112219000061' },
    { text: 'DATE          22/11/2026 19:00' },
    { text: 'AMOUNT        10,000.00' },
  ],
}

const width = 300
const lineHeight = 22
const top = 26

/** A drawn slip with one line marked. */
export function slipPicture(term: SlipTerm, locale: Locale, alt: string): Picture {
  const height = top + lines[locale].length * lineHeight + 10
  const rows = lines[locale].map((line, i) => drawn(line, i, line.term === term))
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" rx="6" fill="#fdfcf8" stroke="#b9b4a6"/>`,
    '<g font-family="monospace" font-size="13" fill="#222" xml:space="preserve">',
    ...rows,
    '</g></svg>',
  ]
  return { svg: svg.join(''), alt }
}

function drawn({ text }: Line, index: number, marked: boolean): string {
  const y = top + index * lineHeight
  const mark = `<rect x="8" y="${y - 15}" width="${width - 16}" height="${lineHeight}" rx="4" fill="#ffe08a" stroke="#c77700"/>`
  return `${marked ? mark : ''}<text x="16" y="${y}"${marked ? ' font-weight="bold"' : ''}>${text}</text>`
}
