import { type Ask, finish, type Scene, type Turn, wants } from '../../../dialogs/flow.ts'
import { freshMemory, type Memory, newCase, type OpenQuestion } from '../../../dialogs/memory.ts'
import { endedWatch } from '../../../dialogs/payment-watch/answer-watch.ts'
import { repairTexts } from '../../../dialogs/repair/texts.ts'
import { askingFreely, smallTalkTexts } from '../../../dialogs/small-talk/flow.ts'
import { ticketEntity } from '../../../dialogs/words/ticket-entity.ts'
import { namesKey } from '../take-in.ts'

/** "We start again": who asks, tickets and watches stay. */
export function startOver({ said, memory }: Scene): Turn | undefined {
  // "And the 2,800 of the 10th?" names the payment that comes next.
  if (!wants(said, 'start_over') || namesKey(said)) return undefined
  const { locale, ticketNos, watches, lastAt } = memory
  const fresh = { ...freshMemory(locale), greeted: true, ticketNos, watches, lastAt }
  return finish(fresh, [askingFreely(smallTalkTexts[locale].startedOver, fresh)])
}

const everything =
  /全部|所有|统统|全都|都(?:不用|不要|取消|算了|不)|\b(?:everything|all of (?:it|them|this)|it all|all)\b/iu

/** A plan in the making goes with its question; a finished one stays. */
function withoutDraft(memory: Memory, all: boolean): Memory {
  const isMeant = all || memory.question?.slot === 'plan'
  return memory.plan?.sheet || !isMeant ? memory : { ...memory, plan: undefined }
}

/** "Cancel": the thing in hand, and back to what was set aside; "cancel everything": all of it. */
export function cancel({ said, memory: before }: Scene): Turn | undefined {
  if (!wants(said, 'cancel')) return undefined
  const texts = repairTexts[before.locale]
  const all = everything.test(said.text)
  const memory = withoutDraft(before, all)
  if (!isAnythingOpen(memory))
    return finish(memory, [{ text: texts.nothingToDrop }, ...ticketsStay(memory)])
  const base = newCase(memory)
  if (all) {
    const watches = memory.watches.map(endedWatch)
    const left = { ...base, queued: [], listed: [], watches }
    return finish(left, [{ text: texts.droppedAll }, ...ticketsStay(memory)])
  }
  const last = memory.suspended.at(-1)
  const goesOn = last !== undefined || memory.queued.length > 0
  const text = goesOn ? texts.dropped : texts.droppedLast
  if (last) return finish({ ...memory, question: undefined }, [{ text }])
  return finish(base, [{ text }, ...(goesOn ? [] : ticketsStay(memory))])
}

function isAnythingOpen({ question, verdict, facts, suspended, queued, watches }: Memory): boolean {
  const told = Object.entries(facts).some(
    ([name, value]) => name !== 'role' && name !== 'cues' && value !== undefined,
  )
  const watched = watches.some(({ state }) => state === 'watching')
  return Boolean(question || verdict || told || watched) || suspended.length + queued.length > 0
}

/** What is dropped here is dropped here only: a complaint is taken back by its own word. */
function ticketsStay({ ticketNos, locale }: Memory): { text: string }[] {
  if (ticketNos.length === 0) return []
  return [{ text: repairTexts[locale].ticketsStay(ticketNos.join(', ')) }]
}

/** "Withdraw my complaint": asked once, because a complaint hangs on it. */
export async function withdraw(scene: Scene): Promise<Turn | undefined> {
  const { said, memory } = scene
  if (memory.question?.name === withdrawing) return answerWithdrawal(scene)
  // Nothing but a complaint was talked about: then "withdraw it" names it.
  const named = complaint.test(said.text) || (memory.flow === 'complaint' && !memory.question)
  if (!wantsWithdrawal(said) || !named) return undefined
  const texts = repairTexts[memory.locale]
  const no = ticketNamed(scene)
  if (!no) return dropUnfiled(memory) ?? finish(memory, [{ text: texts.noComplaint }])
  return { say: [], ask: askWithdrawal(no, memory), memory }
}

/** "Forget the complaint", while it was only spoken of: what else is open goes on. */
function dropUnfiled(memory: Memory): Turn | undefined {
  const isComplaint = (open: OpenQuestion) => open.flow === 'complaint'
  const { question } = memory
  const suspended = memory.suspended.filter((each) => !isComplaint(each))
  const queued = memory.queued.filter((wish) => !complaint.test(wish))
  const asked = question !== undefined && isComplaint(question)
  const waited = suspended.length + queued.length < memory.suspended.length + memory.queued.length
  if (!asked && !waited) return undefined
  const say = [{ text: repairTexts[memory.locale].notFiled }]
  const left = { ...memory, suspended, queued }
  return question && !asked ? { say, ask: question, memory: left } : finish(left, say)
}

/** "Complaint" alone, "my ticket?": neither is a wish to take it back. */
function wantsWithdrawal({ understood: { intents } }: Scene['said']): boolean {
  const wish = intents.find(({ name }) => name === 'complaint_withdrawal')
  const filing = intents.find(({ name }) => name === 'file_complaint')
  const sure = wish !== undefined && wish.confidence >= 0.7
  return sure && wish.confidence > (filing?.confidence ?? 0)
}

/** A withdrawal is not guessed: the thing has to be named. */
const complaint =
  /投诉|投訴|工单|工單|单子|撤诉|\b(?:compl[a-z]{0,2}n\w*|tickets?|cases?|grievance|tk-?\d+)\b/iu

const withdrawing = 'withdraw'

function ticketNamed({ said, memory }: Scene): string | undefined {
  const named = said.understood.entities.find(({ type }) => type === 'ticketNo')
  return named && 'value' in named ? named.value : memory.ticketNos.at(-1)
}

/** Whether the complaint is to be taken back. */
export function askWithdrawal(no: string, { locale }: Memory): Ask {
  const texts = repairTexts[locale]
  return {
    slot: 'confirm',
    name: withdrawing,
    text: texts.askWithdraw(no),
    flow: 'complaint',
    choices: [
      { label: texts.withdraw, value: `withdraw:${no}` },
      { label: texts.keep, value: `keep:${no}` },
    ],
  }
}

async function answerWithdrawal({ said, memory, actions }: Scene): Promise<Turn | undefined> {
  const [word, no = ''] = (said.answer ?? inWords(said.text, memory))?.split(':') ?? []
  const texts = repairTexts[memory.locale]
  if (word === 'keep') return finish(memory, [{ text: texts.kept(no) }])
  if (word !== 'withdraw') return undefined
  const ticket = await actions.withdrawTicket(no)
  if (!ticket) return finish(memory, [{ text: texts.cannotWithdraw(no) }])
  return finish(withoutTicket(memory, no), [
    { text: texts.withdrawn(no), entities: [ticketEntity(ticket)] },
  ])
}

/** 撤销吧, "keep it". */
function inWords(text: string, { question }: Memory): string | undefined {
  const [withdrawn, kept] = question?.choices ?? []
  if (/保留|留着|先放|不撤|别撤|\b(?:keep|leave|don['’]t)\b/iu.test(text)) return kept?.value
  return /撤|取消|\b(?:withdraw|cancel|drop)\b/iu.test(text) ? withdrawn?.value : undefined
}

/** A ticket that was taken back is no longer "your complaint". */
function withoutTicket(memory: Memory, no: string): Memory {
  return { ...memory, ticketNos: memory.ticketNos.filter((each) => each !== no) }
}
