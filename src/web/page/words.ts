import type { Stage } from '../../domain/stage.ts'

/** What the page itself says. The bot's words come from the bot. */
export interface Words {
  title: string
  connecting: string
  online: string
  reconnecting: string
  ended: string
  placeholder: string
  send: string
  attach: string
  restart: string
  otherLanguage: string
  logLabel: string
  choices: string
  typing: string
  sending: string
  sent: string
  failed: string
  retry: string
  safety: string
  file: string
  rejected: string
  /** What stands for a hidden card, account or anything else, in the customer's own message. */
  marks: Record<'card' | 'account' | 'hidden' | 'id hidden', string>
  agent: string
  warning: string
  ticket: string
  due: string
  expectedBy: string
  /** The expected date, once it has passed. */
  wasDue: string
  recheckAt: string
  ticketFrom: string
  dataAsOf: string
  sources: string
  plan: string
  openPlan: string
  linkUntil: string
  reviewOn: string
  steps: readonly [string, string, string, string, string]
  stepStates: Record<'done' | 'current' | 'stopped' | 'idle', string>
  stages: Record<Stage, string>
  ticketStates: Record<string, string>
  handoff: Record<'active' | 'closed' | 'unavailable', string>
  queued(position: number | undefined): string
}

const en: Words = {
  title: 'Where is my money?',
  connecting: 'Connecting…',
  online: 'Payment support',
  reconnecting: 'Connection lost. Coming back…',
  ended: 'This conversation has ended. Start a new one.',
  placeholder: 'Type your question',
  send: 'Send',
  attach: 'Attach a picture or PDF',
  restart: 'New',
  otherLanguage: '中文',
  logLabel: 'Conversation',
  choices: 'Suggested answers',
  typing: 'Typing…',
  sending: 'Sending…',
  sent: 'Sent',
  failed: 'Not sent.',
  retry: 'Try again',
  safety:
    'Never type a full card number, PIN, CVV or one-time code. Nobody here will ask for them.',
  file: 'File',
  rejected: 'This file was not taken. A picture or PDF up to 4 MB works.',
  agent: 'Support agent',
  warning: 'Stop and read',
  ticket: 'Ticket',
  due: 'Answer by',
  expectedBy: 'Expected by',
  wasDue: 'Was due by',
  recheckAt: 'Check again',
  ticketFrom: 'If not there, ticket from',
  dataAsOf: 'Record as of',
  plan: 'Your plan, one page',
  openPlan: 'Open and print',
  linkUntil: 'The link works until',
  reviewOn: 'Review by',
  sources: 'Sources',
  marks: { card: 'card', account: 'account', hidden: 'hidden', 'id hidden': 'ID hidden' },
  steps: ['Authorised', 'Clearing', 'Settlement', 'Payout', 'Credited'],
  stepStates: { done: 'done', current: 'in progress', stopped: 'stopped', idle: 'not yet' },
  stages: {
    NOT_FOUND: 'No record found',
    FRAUD: 'Protect yourself first',
    DECLINED: 'Payment did not go through',
    UNKNOWN_OUTCOME: 'Outcome not known yet',
    REVERSED: 'Payment was undone',
    AUTH_HOLD: 'Only a hold, not a charge',
    DISPUTED: 'Dispute is running',
    REFUNDING: 'Refund on its way',
    REFUND_FAILED: 'Refund came back',
    REFUNDED: 'Refunded',
    PAYOUT_FAILED: 'Payout came back',
    CREDITED: 'In the account',
    PAYOUT_SENT: 'Sent, the bank is posting it',
    PAYOUT_IN_TRANSIT: 'Payout on its way',
    HELD_RISK: 'Held for review',
    NETTED: 'Offset against other amounts',
    SETTLING_ON_TIME: 'Settling, on time',
    SETTLING_OVERDUE: 'Later than it should be',
  },
  ticketStates: {
    draft: 'Draft',
    submitted: 'Received',
    acknowledged: 'Acknowledged',
    investigating: 'Being looked into',
    waiting_customer: 'Waiting for you',
    waiting_third_party: 'Waiting for the bank',
    resolved: 'Resolved',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
    referred: 'Passed on',
    reopened: 'Reopened',
  },
  handoff: {
    active: 'A support agent has joined.',
    closed: 'The agent has left. The assistant is back.',
    unavailable: 'No agent is on duty right now.',
  },
  queued: (position) =>
    position ? `Waiting for an agent: you are number ${position}.` : 'Waiting for an agent.',
}

const zhCn: Words = {
  title: '钱到哪了？',
  connecting: '正在连接…',
  online: '收款客服',
  reconnecting: '网络断开，正在重新连接…',
  ended: '本次会话已结束，请开始新会话。',
  placeholder: '请说说您遇到的收款问题',
  send: '发送',
  attach: '添加图片或 PDF',
  restart: '新会话',
  otherLanguage: 'English',
  logLabel: '对话',
  choices: '可选回答',
  typing: '正在输入…',
  sending: '发送中…',
  sent: '已送达',
  failed: '未发送。',
  retry: '重试',
  safety: '请勿输入完整卡号、密码、CVV 或验证码。我们的人员绝不会索要。',
  file: '文件',
  rejected: '这个文件没有收下。请发 4 MB 以内的图片或 PDF。',
  agent: '人工客服',
  warning: '请先停一停',
  ticket: '工单',
  due: '最迟答复',
  expectedBy: '预计到账',
  wasDue: '原应到账',
  recheckAt: '下次查询',
  ticketFrom: '未到账可登记工单',
  dataAsOf: '数据截至',
  plan: '您的预案，一页纸',
  openPlan: '打开并打印',
  linkUntil: '链接有效至',
  reviewOn: '复查日期',
  sources: '参考',
  marks: { card: '卡号', account: '账号', hidden: '已隐藏', 'id hidden': '证件号已隐藏' },
  steps: ['支付', '清算', '结算', '出款', '到账'],
  stepStates: { done: '已完成', current: '进行中', stopped: '停在这里', idle: '未开始' },
  stages: {
    NOT_FOUND: '没有查到记录',
    FRAUD: '先保护好自己',
    DECLINED: '交易没有成功',
    UNKNOWN_OUTCOME: '结果暂未确定',
    REVERSED: '交易已撤销',
    AUTH_HOLD: '只是冻结，没有扣款',
    DISPUTED: '争议处理中',
    REFUNDING: '退款处理中',
    REFUND_FAILED: '退款被退回',
    REFUNDED: '已退款',
    PAYOUT_FAILED: '出款被退回',
    CREDITED: '已到账',
    PAYOUT_SENT: '已出款，等待银行入账',
    PAYOUT_IN_TRANSIT: '出款途中',
    HELD_RISK: '审核中，暂缓结算',
    NETTED: '已与其他款项抵扣',
    SETTLING_ON_TIME: '结算中，未超时',
    SETTLING_OVERDUE: '结算已超时',
  },
  ticketStates: {
    draft: '草稿',
    submitted: '已提交',
    acknowledged: '已受理',
    investigating: '核查中',
    waiting_customer: '待您补充',
    waiting_third_party: '等待银行',
    resolved: '已解决',
    closed: '已关闭',
    withdrawn: '已撤回',
    referred: '已转交',
    reopened: '已重开',
  },
  handoff: {
    active: '人工客服已接入。',
    closed: '人工客服已离开，助手继续为您服务。',
    unavailable: '当前没有人工客服值班。',
  },
  queued: (position) =>
    position ? `正在等待人工客服：您排在第 ${position} 位。` : '正在等待人工客服。',
}

export type PageLocale = 'zh-CN' | 'en'

export const words: Record<PageLocale, Words> = { en, 'zh-CN': zhCn }

/** The first wish that is one of ours; Chinese of any kind is read as zh-CN. */
export function pageLocale(wishes: readonly (string | null | undefined)[]): PageLocale {
  for (const wish of wishes) {
    const language = (wish ?? '').toLowerCase().split('-')[0]
    if (language === 'zh') return 'zh-CN'
    if (language === 'en') return 'en'
  }
  return 'zh-CN'
}
