import { z } from 'zod'
import {
  composeTracePack,
  type TraceCase,
} from '../../../../dialogs/trace-pack/compose-trace-pack.ts'
import type { CaseFacts } from '../../../domain/case-facts.ts'
import { type Locale, locales } from '../../../domain/locale.ts'
import type { Ticket } from '../../../domain/tickets/ticket.ts'
import type { TransactionRecord } from '../../../domain/transaction.ts'
import type { ConversationRow } from '../../../ports/store.ts'
import { packAsPdf } from '../../trace-pack/as-pdf.ts'
import { packAsText } from '../../trace-pack/as-text.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { type ApiOperation, asObject, notFound, OtherReply, operation } from '../operation.ts'

const packQuery = z.object({
  format: z.enum(['json', 'text', 'pdf']).default('json'),
  locale: z.enum(locales).optional().describe('Absent: the customer’s language'),
})

const packView = z.object({
  title: z.string(),
  made: z.string(),
  sections: z.array(
    z.object({
      heading: z.string(),
      rows: z.array(z.object({ label: z.string(), value: z.string() })),
      lines: z.array(z.string()).describe('Sentences, as they are said or copied'),
    }),
  ),
})

type Asked = z.infer<typeof packQuery>

/** What a bank needs to find a payment, for a ticket or for what a conversation is about. */
export function tracePackOperations(dependencies: ApiDependencies): ApiOperation[] {
  const { store } = dependencies
  const described = { method: 'GET', role: 'agent', query: packQuery, answer: packView } as const
  return [
    operation({
      ...described,
      path: '/api/v1/tickets/{no}/trace-pack',
      summary: 'What a bank needs to trace the payment of a ticket: JSON, text or PDF',
      run: async ({ params, query }) => {
        const ticket = await store.ticket(params.no ?? '')
        if (!ticket) throw notFound('ticket')
        const row = await store.conversation(ticket.conversationId)
        return answer({ ticket, row }, query, dependencies)
      },
    }),
    operation({
      ...described,
      path: '/api/v1/conversations/{id}/trace-pack',
      summary: 'The same for the payment that a conversation is about',
      run: async ({ params, query }) => {
        const row = await store.conversation(params.id ?? '')
        if (!row) throw notFound('conversation')
        return answer({ row, ticket: await ticketIn(row, dependencies) }, query, dependencies)
      },
    }),
  ]
}

interface Source {
  ticket?: Ticket | undefined
  row?: ConversationRow | undefined
}

/** The newest ticket of the payment that is spoken of. */
async function ticketIn(
  { id, state }: ConversationRow,
  { store }: ApiDependencies,
): Promise<Ticket | undefined> {
  const tickets = await store.tickets({ conversationId: id, limit: 20 })
  const { transactionId } = asObject(state.verdict)
  return tickets.find((each) => transactionId === undefined || each.transactionId === transactionId)
}

async function answer(
  source: Source,
  { format, locale: wanted }: Asked,
  dependencies: ApiDependencies,
) {
  const locale = wanted ?? localeOf(source)
  const trace = await caseOf(source, locale, dependencies)
  const pack = composeTracePack(trace)
  if (format === 'json') return pack
  if (format === 'text') {
    return file({
      type: 'text/plain; charset=utf-8',
      body: packAsText(pack, locale),
      name: nameOf(source, 'txt'),
    })
  }
  const body = await packAsPdf({ pack, locale, at: trace.now.toISOString() })
  return file({ type: 'application/pdf', body, name: nameOf(source, 'pdf') })
}

function localeOf({ ticket, row }: Source): Locale {
  const spoken = locales.find((locale) => locale === row?.state.locale)
  return ticket?.locale ?? spoken ?? 'zh-CN'
}

async function caseOf(
  source: Source,
  locale: Locale,
  dependencies: ApiDependencies,
): Promise<TraceCase> {
  const { ticket, row } = source
  const { now, timeZone } = dependencies
  const facts = asObject(row?.state.facts) as Partial<CaseFacts>
  const identity = row?.identity
  const role = ticket?.customer.role === 'merchant' ? 'merchant' : (identity?.role ?? facts.role)
  return {
    record: await recordOf(source, dependencies),
    ticket,
    facts: { cues: [], ...facts },
    role: role ?? 'cardholder',
    merchantId: identity?.trusted ? identity.merchantId : undefined,
    name: ticket?.customer.nameMasked ?? identity?.name,
    region: ticket?.region ?? facts.country ?? (locale === 'zh-CN' ? 'CN' : 'OTHER'),
    locale,
    now: now(),
    timeZone,
  }
}

/** As it is now where the provider answers; else the copy that the ticket keeps. */
async function recordOf(
  { ticket, row }: Source,
  { findRecord }: ApiDependencies,
): Promise<TraceCase['record']> {
  const { transactionId } = asObject(row?.state.verdict)
  const id = ticket ? ticket.transactionId : transactionId
  const value: TransactionRecord | undefined =
    typeof id === 'string' ? await findRecord(id) : undefined
  if (value) return { value, fresh: true }
  const snapshot = ticket?.txn?.recordSnapshot
  return snapshot && { value: snapshot, fresh: false }
}

function nameOf({ ticket }: Source, ending: string): string {
  return `trace-pack${ticket ? `-${ticket.no}` : ''}.${ending}`
}

function file({
  type,
  body,
  name,
}: {
  type: string
  body: string | Buffer
  name: string
}): OtherReply {
  const headers = {
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  }
  return new OtherReply({ status: 200, type, body, headers })
}
