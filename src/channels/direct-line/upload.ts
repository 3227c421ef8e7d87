import { randomBytes } from 'node:crypto'
import { lookAtFile, mostFilesKept, type NotKept } from '../../domain/files/look-at-file.ts'
import { redact } from '../../domain/redaction/redact.ts'
import type { NewFile } from '../../ports/files.ts'
import type { JsonObject } from '../../ports/json.ts'
import { Refusal } from '../../web/refusal.ts'
import type { Reply } from '../../web/reply.ts'
import type { WebRequest } from '../../web/request.ts'
import { savedFile } from '../../web/saved-file.ts'
import { takeLimit } from '../../web/server.ts'
import { validate } from '../../web/validate.ts'
import { notKeptFile } from '../not-kept-file.ts'
import { accessTo } from './access.ts'
import { receiveMessage } from './activities.ts'
import type { DirectLineDependencies } from './dependencies.ts'
import { readMultipart, type SentFile } from './read-multipart.ts'
import { clientActivity } from './shapes.ts'

/**
 * `POST conversations/:id/upload`: a part `activity`, then parts `file`. The message is taken with its
 * words, whatever becomes of a file: the bot tells the customer about one that is not kept.
 */
export async function uploadFiles(
  request: WebRequest,
  dependencies: DirectLineDependencies,
): Promise<Reply> {
  const { conversation } = await accessTo(request, dependencies)
  await takeLimit(dependencies.limit, 'conversation', conversation.id)
  const { template, files } = await readMultipart(request.raw)
  const sent = validate(clientActivity, template, 'The activity')
  const names = (sent.attachments ?? []).map((item) => item.name)
  const kept = await dependencies.store.filesOf(conversation.id)
  let room = mostFilesKept - kept.length
  const taken = byTemplateOrder(files, names).map((file) => {
    const one = take(file, room)
    if ('id' in one) room -= 1
    return one
  })
  const carried = {
    attachments: taken.map((one) => attachmentOf(one, request)),
    // The names in the activity are hidden at the door, with all else of it.
    files: taken.filter(isNew).map((file) => ({ ...file, name: redact(file.name).text })),
  }
  return receiveMessage(conversation, { ...sent, carried }, dependencies)
}

type Taken = NewFile | { name: string; notKept: NotKept }

function take({ name, bytes }: SentFile, room: number): Taken {
  if (room <= 0) return { name, notKept: 'too_many' }
  const seen = lookAtFile(bytes)
  if ('notKept' in seen) return { name, ...seen }
  return { id: newFileId(), name, bytes, ...seen }
}

function isNew(taken: Taken): taken is NewFile {
  return 'id' in taken
}

/** 150 bits. Letters only: no run of digits in it can look like a card number. */
function newFileId(): string {
  return Array.from(randomBytes(32), (byte) => String.fromCharCode(97 + (byte % 26))).join('')
}

function attachmentOf(taken: Taken, { origin }: WebRequest): JsonObject {
  if (!isNew(taken)) return notKeptFile(taken)
  const { id, name, contentType } = taken
  const contentUrl = `${origin}/v3/directline/attachments/${id}`
  // Of a customer's own picture Web Chat draws nothing else.
  const drawn = contentType.startsWith('image/') && { thumbnailUrl: contentUrl }
  return { name, contentType, contentUrl, ...drawn }
}

/** `GET attachments/:fileId`: its unguessable id is the key, because an `<img>` sends no token. */
export async function downloadFile(
  request: WebRequest,
  { store }: Pick<DirectLineDependencies, 'store'>,
): Promise<Reply> {
  const file = await store.file(request.params.fileId ?? '')
  if (!file) throw new Refusal(404, 'NotFound', 'There is no such file, or it was deleted.')
  const reply = savedFile(file)
  const headers = { ...reply.headers, 'cross-origin-resource-policy': 'cross-origin' }
  return { ...reply, headers }
}

/** Files come in the order their reading ended; the activity names them in the customer's order. */
function byTemplateOrder(files: SentFile[], names: (string | undefined)[]): SentFile[] {
  const place = (file: SentFile) => {
    const index = names.indexOf(file.name)
    return index < 0 ? names.length : index
  }
  return files.toSorted((one, other) => place(one) - place(other))
}
