import { hash } from 'node:crypto'
import type { JsonObject } from '../ports/json.ts'

/** UTC with milliseconds: the one form whose text order is time order. */
export function utc(instant: string): string {
  return new Date(instant).toISOString()
}

/** The instant itself, or just after `last` when the clock has not moved on since. */
export function laterThan(last: string | undefined, instant: string): string {
  const at = utc(instant)
  if (last === undefined || at > last) return at
  return new Date(Date.parse(last) + 1).toISOString()
}

/** Stored JSON is our own writing, so its shape is trusted. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text)
}

const SEQ_DIGITS = 7

/** `seq` of a logged activity, as the id that channels and clients see. */
export function activityId(conversationId: string, seq: number): string {
  return `${conversationId}|${String(seq).padStart(SEQ_DIGITS, '0')}`
}

/** An inbound that is not in the log is named by its place in the inbox. */
export function silentId(conversationId: string, recvSeq: number): string {
  return `${conversationId}|s${String(recvSeq).padStart(SEQ_DIGITS, '0')}`
}

export interface InboundRef {
  conversationId: string
  seq?: number
  recvSeq?: number
}

/** Reads an id back; undefined when it is none of ours. */
export function parseInboundId(id: string): InboundRef | undefined {
  const parts = /^(.*)\|(s?)(\d{1,15})$/s.exec(id)
  if (!parts) return undefined
  const [, conversationId = '', silent, digits] = parts
  const number = Number(digits)
  return silent ? { conversationId, recvSeq: number } : { conversationId, seq: number }
}

/** A sender's own id may be long, ill-formed or hold a card number: only its digest is kept. */
export function dedupeDigest(key: string): string {
  return hash('sha256', Buffer.from(key, 'utf16le'), 'base64url').slice(0, 32)
}

/** The text a customer typed, if the activity is a message with one. */
export function typedText(activity: JsonObject): string | undefined {
  const { type, text } = activity
  return type === 'message' && typeof text === 'string' && text !== '' ? text : undefined
}
