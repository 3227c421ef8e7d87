import { howLong, planTexts } from '../../dialogs/contingency-plan/plan-words.ts'
import { type SheetWords, sheetEn } from '../../dialogs/contingency-plan/sheet.en.ts'
import { sheetZhCn } from '../../dialogs/contingency-plan/sheet.zh-cn.ts'
import { formatDay } from '../../dialogs/format.ts'
import {
  backUpWays,
  type ContingencyPlan,
  type PlanFunds,
  planLimits,
  reviewDay,
} from '../domain/contingency/plan.ts'
import type { Locale } from '../domain/locale.ts'
import type { PlanRow, PlanStore } from '../ports/plans.ts'
import { html } from './html.ts'
import { pageHeaders } from './page-headers.ts'
import type { RawReply } from './reply.ts'
import type { Route, WebRequest } from './request.ts'
import { pageLocale } from './widget/words/words.ts'

const words: Record<Locale, SheetWords> = { en: sheetEn, 'zh-CN': sheetZhCn }

interface PlanPageNeeds {
  store: PlanStore
  now(): Date
}

/** `/plans/…`: a merchant's contingency plan on one page, for whoever has its address, for 30 days. */
export function planRoutes({ store, now }: PlanPageNeeds): Route[] {
  return [
    {
      method: 'GET',
      path: '/plans/:id',
      async handler(request) {
        const { id = '' } = request.params
        const row = isAddress(id) ? await store.plan(id) : undefined
        const isOpen = row !== undefined && now().getTime() < Date.parse(row.expiresAt)
        return isOpen ? sheetPage(row) : gonePage(localeOf(request))
      },
    },
  ]
}

/** 256 bits in base64url; nothing else is looked up. */
function isAddress(id: string): boolean {
  return /^[\w-]{43}$/u.test(id)
}

function localeOf({ headers }: WebRequest): Locale {
  return pageLocale((headers['accept-language'] ?? '').split(',').map((part) => part.trim()))
}

/** A page of one merchant: kept by nobody on the way, found by no search. */
function page(status: number, locale: Locale, { title, body }: { title: string; body: string }) {
  return {
    status,
    type: 'text/html; charset=utf-8',
    headers: {
      ...pageHeaders,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'content-language': locale,
    },
    body: `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${html(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/plan.css"><script type="module" src="/page/plan.ts"></script></head>
<body>${body}</body></html>`,
  } satisfies RawReply
}

function gonePage(locale: Locale): RawReply {
  const { goneTitle, gone } = words[locale]
  const body = `<main class="gone"><h1>${html(goneTitle)}</h1><p>${html(gone)}</p></main>`
  return page(404, locale, { title: goneTitle, body })
}

function sheetPage({ plan, locale, madeOn }: PlanRow): RawReply {
  const sheet = words[locale]
  const title = plan.shop ? `${sheet.title} · ${plan.shop}` : sheet.title
  const body = `<main>
${headHtml(plan, { locale, madeOn })}
<p class="never">${html(sheet.never)}</p>
<section class="first"><h2>${html(sheet.stepsTitle)}</h2>${stepsHtml(sheet)}</section>
<div class="columns">
<section><h2>${html(sheet.callTitle)}</h2>${callHtml(plan, sheet)}</section>
<section><h2>${html(sheet.waysTitle)}</h2>${waysHtml(plan, locale)}</section>
<section class="wide"><h2>${html(sheet.fundsTitle)}</h2>${fundsHtml(plan, locale)}</section>
</div>
<section><h2>${html(sheet.logTitle)}</h2>${logHtml(sheet, logLines(plan))}</section>
<footer><p>${html(sheet.practise)}</p></footer>
</main>`
  return page(200, locale, { title, body })
}

function headHtml(
  { shop }: ContingencyPlan,
  { locale, madeOn }: Pick<PlanRow, 'locale' | 'madeOn'>,
): string {
  const sheet = words[locale]
  const day = (each: string) => html(formatDay(each, locale, ''))
  return `<header><div><h1>${html(sheet.title)}</h1><p class="shop">${orBlank(shop, sheet)}</p>
<p>${html(sheet.forWhen)}</p></div>
<dl><div><dt>${html(sheet.madeOn)}</dt><dd>${day(madeOn)}</dd></div>
<div><dt>${html(sheet.reviewOn)}</dt><dd>${day(reviewDay(madeOn))}</dd></div></dl>
<button type="button" id="print" hidden>${html(sheet.print)}</button></header>`
}

/** What was told, or a line to write on. */
function orBlank(said: string | undefined, { byHand }: SheetWords): string {
  if (said) return html(said)
  return `<span class="blank"><span class="unseen">${html(byHand)}</span></span>`
}

function stepsHtml({ steps }: SheetWords): string {
  const items = steps.map(([what = '', how = '']) => `<li><b>${html(what)}</b> ${html(how)}</li>`)
  return `<ol>${items.join('')}</ol>`
}

function row(name: string, value: string): string {
  return `<div><dt>${html(name)}</dt><dd>${value}</dd></div>`
}

/** Those told, and places for others up to four. */
function callHtml({ serviceLine, people = [] }: ContingencyPlan, sheet: SheetWords): string {
  const rows = Array.from({ length: planLimits.people }, (_, place) =>
    row(sheet.person, orBlank(people[place], sheet)),
  )
  return `<dl class="rows">${row(sheet.serviceLine, orBlank(serviceLine, sheet))}${rows.join('')}</dl>`
}

/** All of the usual ways, with a tick at those that are there: the others may still be arranged. */
function waysHtml({ ways = [], otherWays }: ContingencyPlan, locale: Locale): string {
  const labels = planTexts[locale].ways
  const items = backUpWays.map((way) =>
    ways.includes(way)
      ? `<li><span class="box" role="img" aria-label="✓">✓</span> <b>${html(labels[way])}</b></li>`
      : `<li><span class="box"></span> ${html(labels[way])}</li>`,
  )
  const other = otherWays
    ? `<span class="box" role="img" aria-label="✓">✓</span> <b>${html(otherWays)}</b>`
    : `<span class="box"></span> ${orBlank(undefined, words[locale])}`
  return `<ul class="ways" role="list">${items.join('')}<li>${other}</li></ul>`
}

function fundsHtml({ funds = {}, decider }: ContingencyPlan, locale: Locale): string {
  const sheet = words[locale]
  const wait = funds.wait && howLong(funds.wait, planTexts[locale])
  const value = (each: keyof PlanFunds) => row(sheet[each], orBlank(funds[each], sheet))
  return `<dl class="rows">${row(sheet.wait, orBlank(wait, sheet))}${value('reserve')}
${value('canWait')}${value('account')}${row(sheet.decider, orBlank(decider, sheet))}</dl>
<p class="note">${html(sheet.wagesFirst)}</p>`
}

/** A plan with much on it leaves less room for the log. */
function logLines(plan: ContingencyPlan): number {
  return JSON.stringify(plan).length > 320 ? 2 : 4
}

function logHtml({ log, byHand }: SheetWords, lines: number): string {
  const heads = log.map((each) => `<th scope="col">${html(each)}</th>`).join('')
  const cell = `<td><span class="unseen">${html(byHand)}</span></td>`
  const line = `<tr>${cell.repeat(log.length)}</tr>`
  return `<table><thead><tr>${heads}</tr></thead><tbody>${line.repeat(lines)}</tbody></table>`
}
