import type { Locale } from '../../src/domain/locale.ts'
import { type Flow, finish } from '../flow.ts'
import { formatMoment } from '../format.ts'
import { asksSomething } from '../words/asks-something.ts'
import { demandsData } from '../words/demands-data.ts'
import { ticketEntity } from '../words/ticket-entity.ts'
import { en, type PrivacyTexts } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

const texts: Record<Locale, PrivacyTexts> = { en, 'zh-CN': zhCn }

/** "Delete my data", "show me what you keep". */
export const privacy: Flow = {
  name: 'privacy',
  intents: ['privacy_request'],
  async turn({ said, memory, actions }) {
    const words = texts[memory.locale]
    // "Do you store what I type?" is answered; nothing is to be done about it.
    if (asksSomething(said.text) && !demandsData(said.text))
      return finish(memory, [{ text: words.answer }])
    const ticket = await actions.openTicket({
      kind: 'enquiry',
      category: 'privacy',
      severity: 'P3',
    })
    const due = formatMoment(ticket.dueAt, memory.locale, actions.timeZone)
    const ticketNos = [...new Set([...memory.ticketNos, ticket.no])]
    return finish({ ...memory, ticketNos }, [
      { text: words.answer },
      { text: words.filed(ticket.no, due), entities: [ticketEntity(ticket)] },
    ])
  },
}
