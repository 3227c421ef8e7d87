import { type Said, type Scene, type Turn, wants } from '../flow.ts'
import type { Memory } from '../memory.ts'
import { callPerson } from './call-person.ts'
import { personTexts } from './texts.ts'

/**
 * What somebody says who waits for a person: how long it takes, that they no longer want one, or, after
 * the steps that stop a loss, something the bot must not chat about. Everything else goes on as usual.
 */
export function whileQueued(scene: Scene): Turn | Promise<Turn> | undefined {
  const { said, memory } = scene
  if (memory.handoff?.state !== 'queued') return undefined
  if (leaves(said, memory)) return leave(scene)
  if (asksForPlace(said)) return tellPlace(scene)
  return memory.verdict?.stage === 'FRAUD' && !wantsElse(said) ? keepToSteps(scene) : undefined
}

const noPerson =
  /(?:不用|不要|不想|不需要|别|取消|退出|不)(?:再)?(?:转|排|等)?(?:人工|排队|客服|同事|转接|等了|排了)|(?:不用|不要|别|不)(?:再)?(?:转|接)了|算了.{0,4}不(?:等|转|排)|(?:no|without|don['’]?t (?:need|want)|do not (?:need|want)|no longer (?:need|want)|forget|cancel|skip)\s+(?:an?y?|the|to (?:talk|speak) to an?)?\s*(?:person|human|agent|colleague|queue|handoff|call ?back)|\bleave the (?:queue|line)|\bstop waiting\b|\bdon['’]?t want to wait\b|\b(?:stay|stick|continue|carry on|go on) with (?:you|the bot)\b/iu
const neverMind =
  /^\s*(?:算了|不用了|取消|never ?mind|forget it|cancel(?: that| it)?)(?:[\s,.。!！]+(?:cancel|forget)(?: that| it)?)?[\s,.。!！]*$/iu

function leaves({ text }: Said, { question, verdict }: Memory): boolean {
  // Whoever is being robbed is not let go by a word.
  if (verdict?.stage === 'FRAUD') return false
  return noPerson.test(text) || (neverMind.test(text) && !question)
}

async function leave({ memory, actions }: Scene): Promise<Turn> {
  await actions.leaveQueue()
  const { id } = memory.handoff ?? { id: '' }
  const text = personTexts[memory.locale].left
  const message = {
    text,
    entities: [{ type: 'support/handoff' as const, state: 'closed' as const }],
  }
  return {
    say: [message],
    leavesOpen: memory.question,
    memory: { ...memory, handoff: { id, state: 'closed' } },
  }
}

const howLong =
  /(?:还|要|得|需)(?:要|得)?(?:等)?(?:多久|多长时间|几分钟)|怎么还(?:没|不)(?:有)?(?:人|来|接)|(?:没|有)人(?:吗|在吗|理我)|(?:没|沒|冇)(?:有)?人(?:来|來|接|应|應|嚟)|^\s*(?:还)?在(?:不在|吗|么)|人呢|前面(?:还)?有?(?:几|多少)|轮到我|第几位|排(?:到|第)几|(?:什么时候|几时|多久)(?:才)?(?:有人|能?接|轮到|来人)|\bhow (?:much )?long(?:er)?\b|\bhow many (?:people )?(?:are )?(?:ahead|before|in front)|\bmy (?:place|position)\b|\bwhere am i in\b|\bstill waiting\b|\b(?:is )?any(?:one|body) (?:there|coming)\b|\b(?:are )?you (?:still )?there\b|\bany(?:one|body)\s*[?!.]*\s*$|\bwhen will (?:some(?:one|body)|a person|an agent|they)\b/iu
/** The same words about money are a question about money. */
const aboutMoney =
  /到账|到帐|入账|结算|打款|退款|退回|钱|款|\b(?:money|payment|refund|payout|arrive|settle|deposit|transfer)/iu

const callsForHelp =
  /^\W*(?:快|请|求)?(?:来)?(?:个人)?(?:帮帮?我|救命)[吧啊呀]?\W*$|^\W*(?:(?:please|just|can|you|someone|somebody)\s+)*help(?: me| us)?(?: out)?(?: please| now)*\W*$/iu

function asksForPlace({ text, understood }: Said): boolean {
  if (callsForHelp.test(text)) return true
  return howLong.test(text) && !aboutMoney.test(text) && understood.entities.length === 0
}

async function tellPlace({ memory, actions }: Scene): Promise<Turn> {
  const turn = await callPerson({ memory, actions }, { reason: 'asked', severity: 'P3' })
  return { ...turn, leavesOpen: memory.question }
}

/** A complaint, a new payment, a question about how things are: answered as at any time. */
function wantsElse(said: Said): boolean {
  const { entities, cues } = said.understood
  if (entities.some(({ type }) => type === 'amount' || type === 'rrn' || type === 'ticketNo'))
    return true
  if (cues.length > 0 || asksForSomebody.test(said.text)) return true
  return wants(
    said,
    'file_complaint',
    'complaint_escalation',
    'complaint_status',
    'contact_channels',
    'knowledge_question',
    'self_harm',
    'thanks',
    'goodbye',
    'switch_language',
    'repeat',
  )
}

const asksForSomebody = /人工|同事|客服|\b(?:person|human|agent|somebody|someone|colleague)\b/iu

function keepToSteps({ memory }: Scene): Turn {
  const text = personTexts[memory.locale].keepToSteps
  return { say: [{ text }], leavesOpen: memory.question, memory }
}
