/** One piece of a document, in its order. Pages are known for PDF only, and count from 1. */
export interface Block {
  kind: 'heading' | 'text'
  text: string
  page?: number
}

/** What was read, with a sentence for whatever was left out on the way. */
export interface ReadText {
  blocks: Block[]
  notes: string[]
}

/** A document as read, or the sentence that says why it cannot be. */
export type Reading = ReadText | { refused: string }

/** How much of one file is read at most. */
export interface ReadingLimits {
  bytes: number
  /** A DOCX is a ZIP: so much may come out of it. */
  unpackedBytes: number
  milliseconds: number
}

export const readingLimits: ReadingLimits = {
  bytes: 20_000_000,
  unpackedBytes: 100_000_000,
  milliseconds: 60_000,
}

/** A number of bytes in words. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 100_000) / 10} MB`
}
