import type { IncomingMessage } from 'node:http'
import type { Json } from '../ports/json.ts'
import { badArgument, Refusal } from './refusal.ts'

/** Bytes of an ordinary JSON body. */
export const jsonLimit = 256 * 1024
const deepest = 32
const mostValues = 5_000
const slowestMs = 10_000

/**
 * Reads a JSON body with caps on bytes, time, depth and number of values; undefined when empty.
 * Strings come out well-formed, without U+0000 and byte order marks, which databases refuse.
 */
export async function readJson(
  request: IncomingMessage,
  limit = jsonLimit,
): Promise<Json | undefined> {
  const bytes = await readBytes(request, limit)
  if (bytes.length === 0) return undefined
  const text = decode(bytes).trim()
  return text === '' ? undefined : parseJson(text)
}

/** Throws `Refusal` 413 over `limit` bytes and 408 when the sender is too slow or goes away. */
export function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge(limit))
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    // The socket stays open, so that the refusal reaches the sender.
    const stop = (reason: Refusal) => {
      clearTimeout(timer)
      request.pause().removeAllListeners('data')
      reject(reason)
    }
    const cut = () => stop(incomplete())
    const timer = setTimeout(cut, slowestMs)
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size > limit) stop(tooLarge(limit))
      else parts.push(part)
    })
    request.on('end', () => {
      clearTimeout(timer)
      // Every request is closed in the end: this one is no longer cut short.
      request.off('close', cut)
      resolve(Buffer.concat(parts))
    })
    request.on('error', cut)
    request.on('close', cut)
  })
}

function incomplete(): Refusal {
  return new Refusal(408, 'RequestTimeout', 'The body did not arrive completely. Send it again.')
}

/** Parses and tidies a JSON text. */
export function parseJson(text: string): Json {
  let value: Json
  try {
    value = JSON.parse(text)
  } catch {
    throw badArgument('The body is not JSON. Send one JSON object, encoded as UTF-8.')
  }
  return tidy(value, 0, { left: mostValues })
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw badArgument('The body is not UTF-8. Encode the JSON as UTF-8.')
  }
}

function tidy(value: Json, depth: number, budget: { left: number }): Json {
  budget.left -= 1
  if (budget.left < 0) throw badArgument(`The JSON has too many values; at most ${mostValues}.`)
  if (typeof value === 'string') return tidyText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= deepest)
    throw badArgument(`The JSON is nested too deeply; at most ${deepest} levels.`)
  if (Array.isArray(value)) return value.map((item) => tidy(item, depth + 1, budget))
  const entries = Object.entries(value)
    .filter(([name]) => name !== '__proto__')
    .map(([name, item]) => [tidyText(name), tidy(item, depth + 1, budget)])
  return Object.fromEntries(entries)
}

function tidyText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\u0000', '')
    .replace(/^\uFEFF+/, '')
}

function tooLarge(limit: number): Refusal {
  const kilobytes = Math.floor(limit / 1024)
  return new Refusal(413, 'MessageTooLarge', `The body is too large; at most ${kilobytes} KB.`)
}
