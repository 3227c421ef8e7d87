import { kindOfFile } from './kind-of-file.ts'
import { showsCardNumber } from './shows-card-number.ts'

/** Why a file stays with the customer. `named`: only its name came. */
export const notKeptReasons = ['named', 'kind', 'card_number', 'too_many'] as const
export type NotKept = (typeof notKeptReasons)[number]

/** Files of one conversation: room for every slip of a hard case, and no place to store things. */
export const mostFilesKept = 20

/** What a file is, from its bytes and not from its sender's word; or why it is not kept. */
export function lookAtFile(bytes: Uint8Array): { contentType: string } | { notKept: NotKept } {
  const contentType = kindOfFile(bytes)
  if (!contentType) return { notKept: 'kind' }
  return showsCardNumber(bytes, contentType) ? { notKept: 'card_number' } : { contentType }
}
