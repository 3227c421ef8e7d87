import type { NotKept } from '../domain/files/look-at-file.ts'
import type { JsonObject } from '../ports/json.ts'

interface LeftFile {
  name?: string | undefined
  notKept: NotKept
}

/** A file that stays with the customer, as an attachment: the bot can speak about it by its name. */
export function notKeptFile({ name, notKept }: LeftFile): JsonObject {
  return { name: name || 'file', contentType: 'application/octet-stream', content: { notKept } }
}
