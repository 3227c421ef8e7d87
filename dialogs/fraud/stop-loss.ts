import { phoneOf } from '../../src/domain/complaints/directory.ts'
import { complaintRegion } from '../../src/domain/complaints/region.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { en, type FraudTexts, type StopLossRegion } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

const texts: Record<Locale, FraudTexts> = { en, 'zh-CN': zhCn }

interface Script {
  locale: Locale
  region: string
  ticketNo: string
}

/** The steps that stop a loss, in the order to take them; numbers only from the directory. */
export function stopLossScript({ locale, region, ticketNo }: Script): string {
  return texts[locale].stopLoss({
    region: stopLossRegion(region),
    ticket: ticketNo,
    numbers: {
      police: phoneOf('cn_110'),
      advice: phoneOf('cn_96110'),
      bankLine: phoneOf('gb_159'),
      fraudReport: phoneOf('gb_report_fraud'),
    },
  })
}

function stopLossRegion(region: string): StopLossRegion {
  const known = complaintRegion(region)
  return known === 'CN' || known === 'GB' || known === 'US' ? known : 'other'
}
