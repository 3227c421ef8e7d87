/** What a route answers. `body` of a JSON reply is serialised; a `RawReply` is sent as it is. */
export type Reply = JsonReply | RawReply

export interface JsonReply {
  status: number
  json: unknown
  headers?: Record<string, string> | undefined
}

export interface RawReply {
  status: number
  type: string
  body: string | Buffer
  headers?: Record<string, string> | undefined
}

/** 200 with JSON. */
export function ok(json: unknown): JsonReply {
  return { status: 200, json }
}
