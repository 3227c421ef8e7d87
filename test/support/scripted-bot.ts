import type { ReceivedMessage } from '../../src/ports/inbox.ts'
import type { JsonObject } from '../../src/ports/json.ts'

const verdict = {
  type: 'support/verdict',
  stage: 'SETTLING_ON_TIME',
  cause: 'RC_AFTER_CUTOFF',
  tradeDay: '2026-11-21',
  expectedBy: '2026-11-24T18:00:00+08:00',
  ticketFrom: '2026-11-25',
  dataAsOf: '2026-11-23T10:02:00+08:00',
  evidence: [],
  ruledOut: [],
  candidates: [],
}

const ticket = {
  type: 'support/ticket',
  no: 'T20261123-0042',
  category: 'payout_late',
  severity: 'P3',
  state: 'submitted',
  dueAt: '2026-12-08T23:59:59+08:00',
}

const texts = {
  'zh-CN': {
    hello: '您好，我能帮您查刷卡后没到账的钱。请问遇到了什么问题？',
    choices: ['钱没到账', '重复扣款', '退款没收到', '找人工客服'],
    verdict:
      '查到了：11月21日 23:12 的 **¥10,000.00**（尾号 6411）已经成功支付，正在结算。\n这笔是在 23:00 截止时间之后刷的，算作下一个工作日的交易；中间隔着周末。',
    warning: '请不要向“安全账户”转账，也不要告诉任何人验证码。',
    ticket: '工单已经登记，进展会在这里告诉您。',
    after: ['登记工单', '为什么是周二？'],
  },
  en: {
    hello: 'Hello. I can find out where your card payment is. What happened?',
    choices: ['Money has not arrived', 'Charged twice', 'Refund missing', 'Talk to a person'],
    verdict:
      'Found it: **CNY 10,000.00** of 21 Nov 23:12 (card ending 6411) went through and is being settled.\nIt was taken after the 23:00 cut-off, so it counts for the next working day, and a weekend lies between.',
    warning: 'Do not send money to a “safe account”, and tell nobody your one-time code.',
    ticket: 'Your ticket is filed. I will tell you here when something happens.',
    after: ['File a ticket', 'Why Tuesday?'],
  },
}

const queued = {
  type: 'support/handoff',
  state: 'queued',
  position: 3,
  waiting: { from: 4, to: 9 },
}
const joined = { type: 'support/handoff', state: 'active', agent: 'Li Wei' }
const night = {
  type: 'support/handoff',
  state: 'unavailable',
  opensAt: '2026-11-24T09:00:00+08:00',
}

/** What an agent's leaving looks like: the bot is back and asks how it was. */
const leaving = [
  { text: 'I am back.', entities: [{ type: 'support/handoff', state: 'closed' }] },
  {
    text: 'How was it?',
    entities: [
      { type: 'support/question', slot: 'satisfaction', choices: ['1', '2', '3', '4', '5'] },
    ],
  },
]

/** A card of an integrator's bot, with what such a card may smuggle in. */
const form = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      {
        type: 'TextBlock',
        text: '**Your shop** <img src=x onerror="document.title=1">',
        wrap: true,
      },
      { type: 'Input.Text', id: 'shop', label: 'Shop number' },
    ],
    actions: [{ type: 'Action.Submit', title: 'Take it', data: { act: 'take' } }],
  },
}

/** What single words bring about. */
const onCue: Readonly<Record<string, JsonObject[]>> = {
  leave: leaving,
  form: [{ attachments: [form] }],
  queue: [{ type: 'event', name: 'support.handoff', entities: [queued] }],
  joined: [{ type: 'event', name: 'support.handoff', entities: [joined] }],
  night: [{ text: 'Nobody is here.', entities: [night] }],
}

/** A bot with one fixed line for each kind of card, in both languages. */
export function scriptedAnswer(message: ReceivedMessage): JsonObject[] {
  const { activity } = message
  const said = String(activity.text ?? '')
  const words = String(activity.locale ?? 'en').startsWith('zh') ? texts['zh-CN'] : texts.en
  if (activity.type === 'conversationUpdate') {
    const question = { type: 'support/question', slot: 'other', choices: words.choices }
    return [{ text: words.hello, entities: [question] }]
  }
  const fixed = onCue[said]
  if (fixed) return fixed
  if (said.includes('<')) return [{ text: said }]
  if (/ticket|工单/.test(said)) return [{ text: words.ticket, entities: [ticket] }]
  if (/code|验证码/.test(said)) {
    return [{ text: words.warning, entities: [{ type: 'support/warning', sign: 'W2' }] }]
  }
  if (/person|人工/.test(said)) {
    const handoff = { type: 'support/handoff', state: 'queued', position: 2 }
    return [{ text: words.hello, entities: [handoff] }]
  }
  const actions = words.after.map((title) => ({ type: 'imBack', title, value: title }))
  return [{ text: words.verdict, entities: [verdict], suggestedActions: { actions } }]
}
