import type { Locale } from '../src/domain/locale.ts'

/** The words of a made-up business's page, on which the pictures show the chat. */
const words = {
  'zh-CN': {
    shop: '晨光咖啡',
    areas: ['收款', '结算', '门店', '设置'],
    title: '近期收款',
    heads: ['时间', '方式', '金额', '状态'],
    rows: [
      ['今天 10:12', '卡尾号 4417', '¥186.00', '处理中'],
      ['今天 09:35', '卡尾号 0923', '¥64.00', '处理中'],
      ['昨天 15:20', '卡尾号 6225', '¥10,000.00', '处理中'],
      ['昨天 11:02', '卡尾号 7310', '¥92.00', '已到账'],
      ['11月22日 18:47', '卡尾号 5508', '¥238.00', '已到账'],
      ['11月22日 12:31', '卡尾号 1164', '¥75.00', '已到账'],
    ],
  },
  en: {
    shop: 'Morning Light Coffee',
    areas: ['Sales', 'Payouts', 'Shops', 'Settings'],
    title: 'Latest sales',
    heads: ['Time', 'Card', 'Amount', 'State'],
    rows: [
      ['Today, 10:12', 'ending 4417', '¥186.00', 'In progress'],
      ['Today, 09:35', 'ending 0923', '¥64.00', 'In progress'],
      ['Yesterday, 15:20', 'ending 6225', '¥10,000.00', 'In progress'],
      ['Yesterday, 11:02', 'ending 7310', '¥92.00', 'Paid out'],
      ['22 Nov, 18:47', 'ending 5508', '¥238.00', 'Paid out'],
      ['22 Nov, 12:31', 'ending 1164', '¥75.00', 'Paid out'],
    ],
  },
} as const

const style = `
  body { margin: 0; font: 15px/1.5 Arial, "Noto Sans CJK SC", sans-serif; color: #23302c; background: #f6f3ee }
  header { display: flex; gap: 28px; align-items: center; padding: 16px 32px; background: #fff }
  header b { margin-right: 12px; font-size: 18px }
  main { width: 720px; padding: 16px 32px }
  table { width: 100%; border-collapse: collapse; background: #fff; border-radius: 12px }
  td, th { padding: 14px 18px; text-align: left; border-bottom: 1px solid #eee7dd }
  th { color: #6b6459; font-weight: 400 }
  td:nth-child(3) { font-variant-numeric: tabular-nums }
`

/** A business's own page of its sales, with the chat of `server` in its corner. */
export function shopPage(server: string, locale: Locale): string {
  const { shop, areas, title, heads, rows } = words[locale]
  const cells = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${shop}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style>
<script src="${server}/widget.js" data-locale="${locale}" async></script></head>
<body><header><b>${shop}</b>${areas.map((area) => `<span>${area}</span>`).join('')}</header>
<main><h1>${title}</h1><table>${cells('th', heads)}${rows.map((row) => cells('td', row)).join('')}</table></main>
</body></html>`
}
