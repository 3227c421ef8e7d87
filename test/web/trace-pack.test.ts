import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import {
  composeTracePack,
  type TraceCase,
  type TracePack,
} from '../../dialogs/trace-pack/compose-trace-pack.ts'
import type { TransactionRecord } from '../../src/domain/transaction.ts'
import { packAsPdf } from '../../src/web/trace-pack/as-pdf.ts'
import { packAsText } from '../../src/web/trace-pack/as-text.ts'
import { drawPdf } from '../../src/web/trace-pack/draw-pdf.ts'
import { sampleTicket } from '../domain/tickets/sample.ts'

const record: TransactionRecord = {
  id: 'T1',
  provider: 'sandbox',
  providerIds: {},
  merchantId: '898310254310099',
  type: 'sale',
  amount: { minor: 1_000_000, currency: 'CNY' },
  fee: { minor: 3_800, currency: 'CNY' },
  net: { minor: 996_200, currency: 'CNY' },
  createdAt: '2026-11-23T10:12:00+08:00',
  tradeDay: '2026-11-23',
  card: { last4: '9034' },
  refs: { rrn: '081234567890', authCode: 'A12345', terminalId: '10000123' },
  payment: 'captured',
  clearing: 'not_reported',
  settlement: { state: 'available' },
  payout: { state: 'sent', traceRef: 'PAY000981', destinationLast4: '3301' },
  refunds: [],
  dispute: { state: 'none' },
  fetchedAt: '2026-11-25T09:00:00+08:00',
  stale: false,
}

const merchant: TraceCase = {
  record: { value: record, fresh: true },
  ticket: sampleTicket(),
  role: 'merchant',
  merchantId: '898310254310099',
  name: '晨光便利店',
  region: 'CN',
  locale: 'zh-CN',
  now: new Date('2026-11-25T09:00:00+08:00'),
  timeZone: 'Asia/Shanghai',
}
const values = ({ sections }: TracePack) =>
  Object.fromEntries(sections.flatMap(({ rows }) => rows.map(({ label, value }) => [label, value])))
const said = ({ sections }: TracePack) => sections.flatMap(({ lines }) => lines).join('\n')

describe('composeTracePack', () => {
  it('names every number a bank can find the payment by, with the zone of its time', () => {
    expect(values(composeTracePack(merchant))).toMatchObject({
      '参考号（RRN）': '081234567890',
      授权码: 'A12345',
      终端号: '10000123',
      出款追踪号: 'PAY000981',
      商户号: '898310254310099',
      交易时间: '2026-11-23 10:12 (+08:00)',
      卡号后四位: '9034',
      净额: '¥9,962.00',
      我们的单号: 'TK20261123-00017X',
    })
  })

  it('says in one sentence what is asked of the bank', () => {
    const pack = composeTracePack({ ...merchant, locale: 'en' })
    expect(said(pack)).toContain('of CNY 10,000.00, on 2026-11-23 10:12 (+08:00)')
    expect(said(pack)).toContain('reference 081234567890')
  })

  it('shows a cardholder nothing that is the merchant’s own, and its number only by its ends', () => {
    const { merchantId: _, ...rest } = merchant
    const pack = values(composeTracePack({ ...rest, role: 'cardholder', locale: 'en' }))
    expect(pack).toMatchObject({ 'Merchant number': '898•••••••••099' })
    expect(Object.keys(pack)).not.toEqual(expect.arrayContaining(['Fee']))
    for (const own of ['Fee', 'Net', 'Payout', 'Settlement', 'Trace number of the payout']) {
      expect(pack).not.toHaveProperty([own])
    }
  })

  it('says of a copy how old it is, and leaves out what the provider does not report', () => {
    const pack = composeTracePack({ ...merchant, record: { value: record, fresh: false } })
    expect(values(pack).截至).toContain('系统此刻没有应答')
    expect(values(pack)).not.toHaveProperty(['清算'])
  })

  it('works without a record, on what was told', () => {
    const { record: _, ticket: __, ...rest } = merchant
    const facts = { cues: [], amount: { minor: 91_000, currency: 'GBP' }, last4: '6719' }
    const pack = composeTracePack({
      ...rest,
      role: 'cardholder',
      region: 'GB',
      locale: 'en',
      facts,
    })
    expect(values(pack)).toMatchObject({ Amount: 'GBP 910.00' })
    expect(said(pack)).toContain('There is no record here')
  })
})

describe('the PDF of a trace pack', () => {
  it.each(['zh-CN', 'en'] as const)('reads the same as the text, in %s', async (locale) => {
    const pack = composeTracePack({ ...merchant, locale })
    const bytes = await packAsPdf({ pack, locale, at: '2026-11-25T01:00:00Z' })
    const read = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
      mergePages: true,
    })
    expect(read.totalPages).toBe(1)
    const squeezed = read.text.replace(/\s/gu, '')
    const plain = (text: string) => text.replace(/[‘’]/gu, "'").replace(/\s/gu, '')
    for (const { heading, rows, lines } of pack.sections) {
      const parts = [heading, ...rows.flatMap(({ label, value }) => [label, value]), ...lines]
      for (const part of parts) expect(squeezed).toContain(plain(part))
    }
    expect(bytes.length).toBeLessThan(120_000)
  })

  it('has the same bytes for the same pack of the same instant', async () => {
    const pack = composeTracePack(merchant)
    const draw = () => drawPdf({ pack, locale: 'zh-CN', at: '2026-11-25T01:00:00Z' })
    expect((await draw()).equals(await draw())).toBe(true)
  })

  it('puts a mark where a name holds a character that no font of ours has', async () => {
    const pack = composeTracePack({ ...merchant, name: '晨光😀' })
    const bytes = await drawPdf({ pack, locale: 'zh-CN', at: '2026-11-25T01:00:00Z' })
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
      mergePages: true,
    })
    expect(text).toContain('晨光〓')
  })
})

describe('the text of a trace pack', () => {
  it('is a list to paste, under headings', () => {
    const text = packAsText(composeTracePack(merchant), 'zh-CN')
    expect(text).toContain('## 这笔交易\n金额：¥10,000.00\n手续费：¥38.00')
    expect(text.endsWith('\n')).toBe(true)
  })
})
