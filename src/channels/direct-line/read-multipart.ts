import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'
import { parseJson } from '../../web/read-json.ts'
import { badArgument, Refusal } from '../../web/refusal.ts'

/** Bytes of one upload, all files together. */
export const uploadLimit = 4 * 1024 * 1024
const mostFiles = 5
const slowestMs = 60_000

/** A file as it was sent. */
export interface SentFile {
  name: string
  bytes: Buffer
}

export interface Multipart {
  /** The activity beside the files; one that says nothing where there was none. */
  template: unknown
  /** In the order their reading ended. */
  files: SentFile[]
}

/** Reads an upload: a part `activity`, then parts `file`. Throws `Refusal` 400 and 413. */
export function readMultipart(raw: IncomingMessage): Promise<Multipart> {
  return new Promise((resolve, reject) => {
    const parser = createParser(raw)
    const parts: { field: string; file: SentFile }[] = []
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
        const name = (info.filename ?? '').slice(-200).toWellFormed() || 'file'
        parts.push({ field, file: { name, bytes: Buffer.concat(chunks) } })
      })
    })
    parser.on('field', (field, value) => {
      parts.push({ field, file: { name: 'blob', bytes: Buffer.from(value) } })
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
  parts: { field: string; file: SentFile }[],
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

function incomplete(): Refusal {
  return badArgument('The upload is not complete multipart/form-data. Send it again.')
}

function tooLarge(): Refusal {
  return new Refusal(413, 'MessageTooLarge', 'The files are too large; at most 4 MB together.')
}
