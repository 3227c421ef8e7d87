import { isOpen, type Ticket } from '../../src/domain/tickets/ticket.ts'
import { parseTicketNumber } from '../../src/domain/tickets/ticket-number.ts'
import { REOPEN_DAYS } from '../../src/domain/tickets/ticket-states.ts'
import { finish, type Scene, type Turn } from '../flow.ts'
import { formatMoment } from '../format.ts'
import { ticketEntity } from '../words/ticket-entity.ts'
import { ticketNewsTexts } from './ticket-news.ts'

const notSolved = [
  /(?:没|未|沒)(?:有)?(?:得到|真正|完全)?(?:解决|解決|处理好|弄好|办好)|(?:重新|再次|再)(?:打开|打開|受理|处理一|开一?下)|问题(?:还|仍|依)(?:然|旧)?(?:在|存在)|不(?:同意|认可|接受|满意)(?:这个|你们的?|该)?(?:处理)?结果/u,
  /(?:\bnot|n['’]t|\bnever)\s+(?:(?:been|really|at all)\s+)?(?:re)?(?:solved|fixed|settled|sorted)\b|\bunresolved\b|\bre-?open\b|\bopen (?:it|(?:the|my|this) (?:ticket|case|complaint)) again\b|\b(?:disagree|not happy|unhappy) with the (?:result|outcome|decision)\b/iu,
]

/** "It is not solved": the ticket that was named, or the last one of this conversation, is open again. */
export async function reopenTicket({ said, memory, actions }: Scene): Promise<Turn | undefined> {
  if (!notSolved.some((words) => words.test(said.text))) return undefined
  const no = parseTicketNumber(said.text) ?? memory.ticketNos.at(-1)
  const ticket = no === undefined ? undefined : await actions.ticket(no)
  if (!ticket || isOpen(ticket.state)) return undefined
  const words = ticketNewsTexts[memory.locale]
  const open = await actions.reopenTicket(ticket.no, said.text)
  if (!open) return finish(memory, [{ text: words.tooLate(ticket.no, REOPEN_DAYS) }])
  const due = formatMoment(open.dueAt, memory.locale, actions.timeZone)
  const entities = [ticketEntity(open)]
  return finish(known(memory, open), [{ text: words.reopened(open.no, due), entities }])
}

function known(memory: Scene['memory'], { no }: Ticket): Scene['memory'] {
  return { ...memory, rating: undefined, ticketNos: [...new Set([...memory.ticketNos, no])] }
}
