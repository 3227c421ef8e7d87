/** A file as a customer sent it. */
export interface NewFile {
  /** Cannot be guessed: it is the key to the file. */
  id: string
  /** As its sender calls it, with card numbers hidden. */
  name: string
  /** What its first bytes say it is. */
  contentType: string
  bytes: Buffer
}

/** What is known of a file without opening it; it stays when the file is deleted. Instants are UTC. */
export interface FileRow {
  id: string
  conversationId: string
  name: string
  contentType: string
  /** Bytes, of the file as it came. */
  size: number
  at: string
  deletedAt?: string | undefined
  /** An agent's id, the admin token's name, or `age`. */
  deletedBy?: string | undefined
}

export interface FileDeletion {
  id: string
  by: string
  at: string
}

/** What went away by itself was deleted by this. */
export const deletedByAge = 'age'

/**
 * Customers' files. They come in with their message (`Inbound.files`): both are kept, or neither.
 * Nobody looks into one but a person.
 */
export interface FileStore {
  /** Those of a conversation, oldest first, the deleted ones among them. */
  filesOf(conversationId: string): Promise<FileRow[]>
  /** Undefined: there is none, or it was deleted. */
  file(id: string): Promise<(FileRow & { bytes: Buffer }) | undefined>
  /** Takes the bytes away for good; what was sent, and who deleted it, stays. False: nothing to delete. */
  deleteFile(deletion: FileDeletion): Promise<boolean>
  /** Ids of files from before an instant that are still there, oldest first. */
  filesBefore(instant: string, limit: number): Promise<string[]>
}
