import type { RawReply } from './reply.ts'

/** A customer's file as it is served: to be saved, never to be run or shown as a page. */
export function savedFile(file: { name: string; contentType: string; bytes: Buffer }): RawReply {
  return {
    status: 200,
    type: file.contentType,
    body: file.bytes,
    headers: {
      'content-disposition': `attachment; filename*=UTF-8''${asHeaderValue(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    },
  }
}

/** As RFC 5987 has it, which takes fewer letters as they are than an address does. */
function asHeaderValue(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
}
