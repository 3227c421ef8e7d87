import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'
import type { JsonObject } from '../../ports/json.ts'
import type { UploadedFile, Uploads } from '../../ports/uploads.ts'
import { parseJson } from '../../web/read-json.ts'
import { badArgument, Refusal } from '../../web/refusal.ts'
import type { Reply } from '../../web/reply.ts'
import type { WebRequest } from '../../web/request.ts'
import { takeLimit } from '../../web/server.ts'
import { validate } from '../../web/validate.ts'
import { accessTo } from './access.ts'
import { notTakenFile, receiveMessage } from './activities.ts'
import type { DirectLineDependencies } from './dependencies.ts'
import { clientActivity } from './shapes.ts'
import { sniffType } from './sniff-type.ts'

/** Bytes of one upload, all files together. */
export const uploadLimit = 4 * 1024 * 1024
const mostFiles = 5
const slowestMs = 60_000

/**
 * `POST conversations/:id/upload`: a part `activity`, then parts `file`. Where no files are taken
 * the message is, with their names: the bot tells the customer, and the words are not lost.
 */
export async function uploadFiles(
  request: WebRequest,
  dependencies: DirectLineDependencies,
): Promise<Reply> {
  const { conversation } = await accessTo(request, dependencies)
  await takeLimit(dependencies.limit, 'conversation', conversation.id)
  const { template, files } = await readMultipart(request.raw)
  const sent = validate(clientActivity, template, 'The activity')
  const inOrder = byTemplateOrder(
    files,
    (sent.attachments ?? []).map((item) => item.name),
  )
  const { uploads } = dependencies
  const taken = uploads
    ? await keepFiles(inOrder, { uploads, conversationId: conversation.id, request })
    : inOrder.map(notTakenFile)
  return receiveMessage(conversation, { ...sent, files: taken }, dependencies)
}

interface Keeping {
  uploads: Uploads
  conversationId: string
  request: WebRequest
}

async function keepFiles(
  files: readonly UploadedFile[],
  { uploads, conversationId, request }: Keeping,
): Promise<JsonObject[]> {
  const attachments: JsonObject[] = []
  for (const { name, contentType, bytes } of files.map(checked)) {
    const { id } = await uploads.save({ name, contentType, bytes, conversationId })
    attachments.push({ name, contentType, contentUrl: urlOf(request, id) })
  }
  return attachments
}

function urlOf(request: WebRequest, id: string): string {
  return `${request.origin}/v3/directline/attachments/${encodeURIComponent(id)}`
}

/** `GET attachments/:fileId`: its unguessable id is the key, because an `<img>` sends no token. */
export async function downloadFile(
  request: WebRequest,
  uploads: Uploads | undefined,
): Promise<Reply> {
  const file = await uploads?.open(request.params.fileId ?? '')
  if (!file) throw new Refusal(404, 'NotFound', 'There is no such file.')
  const name = encodeURIComponent(file.name)
  return {
    status: 200,
    type: file.contentType,
    body: file.bytes,
    headers: {
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
    },
  }
}

/** Files come in the order their reading ended; the activity names them in the customer's order. */
function byTemplateOrder(files: UploadedFile[], names: (string | undefined)[]): UploadedFile[] {
  const place = (file: UploadedFile) => {
    const index = names.indexOf(file.name)
    return index < 0 ? names.length : index
  }
  return files.toSorted((one, other) => place(one) - place(other))
}

interface Multipart {
  template: unknown
  files: UploadedFile[]
}

function readMultipart(raw: IncomingMessage): Promise<Multipart> {
  return new Promise((resolve, reject) => {
    const parser = createParser(raw)
    const parts: { field: string; file: UploadedFile }[] = []
    let size = 0
    const timer = setTimeout(() => stop(incomplete()), slowestMs)
    const stop = (reason: Error) => {
      clearTimeout(timer)
      raw.unpipe(parser)
      raw.resume()
      reject(reason)
    }
    parser.on('file', (field, stream, info) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > uploadLimit) stop(tooLarge())
        else chunks.push(chunk)
      })
      stream.on('end', () => {
        const name = (info.filename ?? '').toWellFormed().slice(-200) || 'file'
        const bytes = Buffer.concat(chunks)
        parts.push({ field, file: { name, contentType: info.mimeType, bytes } })
      })
    })
    parser.on('field', (field, value) => {
      const bytes = Buffer.from(value)
      parts.push({ field, file: { name: 'blob', contentType: 'text/plain', bytes } })
    })
    parser.on('partsLimit', () => stop(badArgument(`At most ${mostFiles} files at once.`)))
    parser.on('error', () => stop(incomplete()))
    raw.on('aborted', () => stop(incomplete()))
    parser.on('close', () => {
      clearTimeout(timer)
      settle(parts, resolve, reject)
    })
    raw.pipe(parser)
  })
}

function createParser(raw: IncomingMessage): busboy.Busboy {
  try {
    const limits = { parts: mostFiles + 1, fieldSize: 256 * 1024, fileSize: uploadLimit + 1 }
    return busboy({ headers: raw.headers, limits, defParamCharset: 'utf8' })
  } catch {
    throw badArgument('An upload is multipart/form-data with a part "activity" and parts "file".')
  }
}

function settle(
  parts: { field: string; file: UploadedFile }[],
  resolve: (value: Multipart) => void,
  reject: (reason: unknown) => void,
): void {
  try {
    const activity = parts.find((part) => part.field === 'activity')
    const template = activity ? parseJson(activity.file.bytes.toString()) : { type: 'message' }
    const files = parts.filter((part) => part !== activity).map((part) => part.file)
    if (files.length === 0) throw badArgument('The upload holds no file. Add a part "file".')
    resolve({ template, files })
  } catch (error) {
    reject(error)
  }
}

/** What a file is, is read from its bytes: the sender's word for it is not trusted. */
function checked(file: UploadedFile): UploadedFile {
  const contentType = sniffType(file.bytes)
  if (contentType) return { ...file, contentType }
  const message = 'Only pictures (PNG, JPEG, GIF, WebP, HEIC), PDF and plain text files are taken.'
  throw new Refusal(400, 'UnsupportedFile', message)
}

function incomplete(): Refusal {
  return badArgument('The upload is not complete multipart/form-data. Send it again.')
}

function tooLarge(): Refusal {
  return new Refusal(413, 'MessageTooLarge', 'The files are too large; at most 4 MB together.')
}
