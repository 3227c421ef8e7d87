import type { Stage } from '../../../domain/stage.ts'

/** What the chat itself says. The bot's words come from the bot. */
export interface Words {
  title: string
  open: string
  /** New words of the other side while the chat was closed. */
  unread(count: number): string
  close: string
  connecting: string
  online: string
  reconnecting: string
  ended: string
  refused: string
  placeholder: string
  send: string
  attach: string
  restart: string
  otherLanguage: string
  logLabel: string
  choices: string
  typing: string
  toEnd: string
  sending: string
  waiting: string
  sent: string
  failed: string
  retry: string
  safety: string
  file(name: string): string
  fileLeft(name: string): string
  askFile: { why: string; leave: string }
  notices: Record<'renewed' | 'fileRefused' | 'cannotCheck', string>
  held: { title: string; why: string; send: string; edit: string }
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
  /** Who has the money now, before one of `holders`. */
  heldBy: string
  holders: Record<'bank' | 'company' | 'onTheWay' | 'yours' | 'payer', string>
  /** What the bot calls its reasons, which are folded away under `reasons`. */
  folded: readonly string[]
  reasons: string
  sources: string
  plan: string
  openPlan: string
  linkUntil: string
  reviewOn: string
  steps: readonly [string, string, string, string, string]
  /** Before the day of a step that is still to come. */
  expected: string
  stepStates: Record<'done' | 'current' | 'stopped' | 'idle', string>
  stages: Record<Stage, string>
  ticketStates: Record<string, string>
  handoff: Record<'active' | 'closed' | 'unavailable', string>
  joined(name: string): string
  opens(when: string): string
  queued(position: number | undefined): string
  minutes(from: number, to: number): string
  rating: {
    title: string
    scores: readonly [string, string, string, string, string]
    comment: string
    send: string
  }
}

export type PageLocale = 'zh-CN' | 'en'

/** The first wish that is one of ours; Chinese of any kind is read as zh-CN. */
export function pageLocale(wishes: readonly (string | null | undefined)[]): PageLocale {
  for (const wish of wishes) {
    const language = (wish ?? '').toLowerCase().split('-')[0]
    if (language === 'zh') return 'zh-CN'
    if (language === 'en') return 'en'
  }
  return 'zh-CN'
}
