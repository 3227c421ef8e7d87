import { presenceAt } from '../../domain/agents/presence.ts'
import { type Locale, locales } from '../../domain/locale.ts'
import type { HandoffRow } from '../../ports/store.ts'
import type { ApiDependencies } from './dependencies.ts'
import { tell } from './handoff-acts.ts'
import { deskView, eventAccepted, noteBody, viewBody, viewersView } from './handoff-schemas.ts'
import { type ApiOperation, notFound, operation } from './operation.ts'

const mostCounted = 500

/** The desk as a whole, private notes, and who looks at what. */
export function deskOperations(dependencies: ApiDependencies): ApiOperation[] {
  return [
    operation({
      method: 'GET',
      path: '/api/v1/desk',
      summary: 'How many wait, for how long, who is there, and the hours',
      role: 'agent',
      answer: deskView,
      record: 'nothing',
      run: () => deskNow(dependencies),
    }),
    operation({
      method: 'POST',
      path: '/api/v1/conversations/{id}/note',
      summary: 'A private note beside the conversation; the customer never sees it',
      role: 'agent',
      body: noteBody,
      answer: eventAccepted,
      status: 202,
      run: async ({ params: { id = '' }, body, caller, headers }) => {
        const note = { conversationId: id, value: body, caller, headers }
        const accepted = await tell('support.note', note, dependencies)
        await dependencies.whenWorked(id, accepted.id)
        return { id: accepted.id }
      },
    }),
    operation({
      method: 'POST',
      path: '/api/v1/conversations/{id}/view',
      summary: 'Says that the conversation is open before an agent, every 15 seconds',
      role: 'agent',
      body: viewBody,
      answer: viewersView,
      record: 'look',
      run: async ({ params: { id = '' }, body, caller }) => {
        const { store, viewers } = dependencies
        if (!(await store.conversation(id))) throw notFound('conversation')
        const { agentId, name } = caller
        const sign = { conversationId: id, name, typing: body.typing }
        if (agentId !== undefined) await viewers.seen({ ...sign, agentId })
        return { viewers: await viewers.of(id) }
      },
    }),
  ]
}

async function deskNow({ store, desk, now, defaultLocale }: ApiDependencies) {
  const at = now()
  const [queued, active, agents] = await Promise.all([
    store.handoffs('queued', mostCounted),
    store.handoffs('active', mostCounted),
    store.agents(),
  ])
  const working = agents.filter(({ disabled }) => !disabled).map((each) => presenceAt(each, at))
  const seen = await desk({ place: queued.length + 1, language: defaultLocale })
  const longest = queued.map(({ createdAt }) => createdAt).toSorted()[0]
  return {
    queued: queued.length,
    active: active.length,
    byLanguage: countBy(queued, defaultLocale),
    longestWaitSeconds: longest
      ? Math.max(Math.round((at.getTime() - Date.parse(longest)) / 1000), 0)
      : 0,
    agents: {
      online: working.filter((presence) => presence === 'online').length,
      away: working.filter((presence) => presence === 'away').length,
    },
    hours: { open: seen.open, opensAt: seen.opensAt?.toISOString() },
    waiting: seen.waiting ?? null,
  }
}

function countBy(queued: readonly HandoffRow[], fallback: Locale): Record<Locale, number> {
  const count = (locale: Locale) =>
    queued.filter(({ language = fallback }) => language === locale).length
  return Object.fromEntries(locales.map((locale) => [locale, count(locale)])) as Record<
    Locale,
    number
  >
}
