import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

/**
 * Whether everything in a ZIP together stays below a limit, found by unpacking it piece by piece and
 * keeping nothing: what a ZIP says about its own sizes may be a lie. Rejects when it is no ZIP.
 */
export async function unpacksWithin(bytes: Buffer, limit: number): Promise<boolean> {
  const zip = await fromBufferPromise(bytes)
  let left = limit
  for await (const entry of zip.eachEntry()) {
    left -= await measure(zip, entry, left)
    if (left < 0) return false
  }
  return true
}

/** Bytes of one entry; stops soon after `enough`. */
async function measure(zip: ZipFile, entry: Entry, enough: number): Promise<number> {
  if (entry.uncompressedSize > enough) return entry.uncompressedSize
  let bytes = 0
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    bytes += Buffer.byteLength(piece)
    if (bytes > enough) break
  }
  return bytes
}
