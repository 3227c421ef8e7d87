import type { z } from 'zod'
import { createCalendars } from '../../src/connectors/calendars.ts'
import type { worldSchema } from '../../src/connectors/world/world.ts'
import type { Locale } from '../../src/domain/locale.ts'

export type WorldInput = Required<
  Pick<z.input<typeof worldSchema>, 'merchants' | 'transactions' | 'payouts'>
>
export type MerchantInput = NonNullable<WorldInput['merchants']>[number]
export type TransactionInput = NonNullable<WorldInput['transactions']>[number]

/** A place and a moment at which customers write. */
export interface Scene {
  name: string
  locale: Locale
  now: string
  timeZone: string
  country: string
  currency: string
  provider: string
  windowIds: [string, ...string[]]
}

export const calendarOf = createCalendars()

const china = {
  timeZone: 'Asia/Shanghai',
  country: 'CN',
  currency: 'CNY',
  provider: 'sandbox',
  windowIds: ['cn.pos.t1', 'cn.pos.t1', 'cn.pos.d1'] as [string, ...string[]],
}

const chinese: Scene[] = [
  { ...china, name: 'a Tuesday', locale: 'zh-CN', now: '2026-11-24T10:30:00+08:00' },
  { ...china, name: 'a Saturday evening', locale: 'zh-CN', now: '2026-11-28T19:40:00+08:00' },
  { ...china, name: 'a Monday morning', locale: 'zh-CN', now: '2026-11-30T09:15:00+08:00' },
  { ...china, name: 'in the National Day week', locale: 'zh-CN', now: '2026-10-05T14:05:00+08:00' },
  { ...china, name: 'a Thursday night', locale: 'zh-CN', now: '2026-09-17T23:25:00+08:00' },
]

const square = { locale: 'en', provider: 'square' } as const

const english: Scene[] = [
  {
    ...square,
    name: 'London, a Tuesday',
    now: '2026-11-24T10:30:00Z',
    timeZone: 'Europe/London',
    country: 'GB',
    currency: 'GBP',
    windowIds: ['square.gb.nbd'],
  },
  {
    ...square,
    name: 'London, the August bank holiday',
    now: '2026-08-31T15:00:00+01:00',
    timeZone: 'Europe/London',
    country: 'GB',
    currency: 'GBP',
    windowIds: ['square.gb.nbd'],
  },
  {
    ...square,
    name: 'California, the Friday after Thanksgiving',
    now: '2026-11-27T11:20:00-08:00',
    timeZone: 'America/Los_Angeles',
    country: 'US',
    currency: 'USD',
    windowIds: ['square.us.nbd'],
  },
  {
    ...square,
    name: 'Dublin, a Monday',
    now: '2026-11-16T09:40:00Z',
    timeZone: 'Europe/Dublin',
    country: 'IE',
    currency: 'EUR',
    windowIds: ['square.ie.nbd'],
  },
  { ...china, name: 'Shanghai, a Monday', locale: 'en', now: '2026-11-23T16:10:00+08:00' },
]

/** Where and when the customers of a language write. */
export const scenes: Record<Locale, Scene[]> = { 'zh-CN': chinese, en: english }
