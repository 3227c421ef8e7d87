import { causeWords } from '../../../dialogs/verdict/state-verdict.ts'
import { type Cause, causeCodes } from '../../domain/diagnosis/causes.ts'
import type { Locale } from '../../domain/locale.ts'
import type { Json } from '../../ports/json.ts'
import type { HandoffSeen, Identity } from '../../ports/store.ts'
import type { ApiDependencies } from './dependencies.ts'

const previewLength = 120

/** Handoffs as the desk shows them: who, about what, since when, and the customer's last words. */
export async function handoffViews(
  seen: readonly HandoffSeen[],
  locale: Locale | undefined,
  { store, now, defaultLocale }: ApiDependencies,
) {
  const meant = seen.some(({ handoff }) => handoff.meantFor !== undefined)
  const names = new Map((meant ? await store.agents() : []).map(({ id, name }) => [id, name]))
  return seen.map(({ handoff, identity, toldRole, lastWords = '' }) => {
    const language = handoff.language ?? asLocale(handoff.facts.language) ?? defaultLocale
    const { meantFor } = handoff
    return {
      ...handoff,
      language,
      lastCustomerAt: handoff.lastCustomerAt ?? handoff.createdAt,
      customer: customerOf(identity, toldRole),
      ...(meantFor !== undefined && { meantForName: names.get(meantFor) ?? meantFor }),
      ...causeNamed(handoff.facts.cause, locale ?? language),
      preview: shortened(lastWords),
      waitedSeconds: waitedSeconds(handoff, now()),
    }
  })
}

function customerOf({ name, role: vouched, trusted }: Identity, told: Identity['role']) {
  const role = vouched ?? told
  return { ...(name && { name }), ...(role && { role }), trusted }
}

function causeNamed(cause: Json | undefined, locale: Locale) {
  const known = causeCodes.find((code) => code === cause)
  return known ? { causeName: nameOf(known, locale) } : {}
}

function nameOf(cause: Cause, locale: Locale): string {
  return causeWords[locale][cause].name
}

function asLocale(value: Json | undefined): Locale | undefined {
  return value === 'en' || value === 'zh-CN' ? value : undefined
}

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim()
  const signs = [...line]
  return signs.length <= previewLength ? line : `${signs.slice(0, previewLength - 1).join('')}…`
}

/** Until somebody came, or until now. */
function waitedSeconds(
  { createdAt, claimedAt, state, updatedAt }: HandoffSeen['handoff'],
  now: Date,
): number {
  const ended = claimedAt ?? (state === 'closed' ? updatedAt : undefined)
  const until = ended === undefined ? now.getTime() : Date.parse(ended)
  return Math.max(Math.round((until - Date.parse(createdAt)) / 1000), 0)
}
