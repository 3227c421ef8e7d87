import { inflateSync } from 'node:zlib'

const headerSize = 44
const entrySize = 20
const directorySize = 12
const recordSize = 16

interface Table {
  tag: Buffer
  checksum: number
  bytes: Buffer
}

/**
 * The TrueType font inside a WOFF file: its tables, unpacked once. pdfkit would unpack the whole table
 * of outlines again for each glyph it embeds.
 */
export function unwrapFont(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new TypeError('Not a WOFF file')
  const flavor = woff.subarray(4, 8)
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index) =>
    tableAt(woff, headerSize + index * entrySize),
  )
  return Buffer.concat([directory(flavor, tables), ...tables.map(({ bytes }) => padded(bytes))])
}

function tableAt(woff: Buffer, at: number): Table {
  const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
    number,
    number,
    number,
  ]
  const stored = woff.subarray(offset, offset + packed)
  return {
    tag: woff.subarray(at, at + 4),
    checksum: woff.readUInt32BE(at + 16),
    // A table that packing would make no smaller is kept as it is.
    bytes: packed < length ? inflateSync(stored) : stored,
  }
}

function directory(flavor: Buffer, tables: readonly Table[]): Buffer {
  const head = Buffer.alloc(directorySize + tables.length * recordSize)
  flavor.copy(head)
  const power = Math.floor(Math.log2(tables.length))
  head.writeUInt16BE(tables.length, 4)
  head.writeUInt16BE(16 * 2 ** power, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE(16 * (tables.length - 2 ** power), 10)
  let offset = head.length
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    const at = directorySize + index * recordSize
    tag.copy(head, at)
    head.writeUInt32BE(checksum, at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(bytes.length, at + 12)
    offset += padded(bytes).length
  }
  return head
}

function padded(bytes: Buffer): Buffer {
  const rest = bytes.length % 4
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - rest)])
}
