export interface UploadedFile {
  name: string
  contentType: string
  bytes: Buffer
}

/** Where customers' files are kept. Implementations throw only `Failure`. */
export interface Uploads {
  /** Resolves when durable. The id is unguessable (128 bits or more): it is the key to the file. */
  save(file: UploadedFile & { conversationId: string }): Promise<{ id: string }>
  open(id: string): Promise<UploadedFile | undefined>
}
