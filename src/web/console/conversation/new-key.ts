/** A name nobody else has. Unlike `randomUUID` it is there on plain http, too. */
export function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-')
}
