import type { Page } from 'playwright-core'

/** A file as Playwright hands it to a page. */
export interface GivenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** A photo that a browser draws: stripes of grey, so wide and high. */
export async function photo(page: Page, width: number, height: number): Promise<GivenFile> {
  const bytes = await page.evaluate(
    async ([wide, high]) => {
      const canvas = new OffscreenCanvas(wide, high)
      const pen = canvas.getContext('2d')
      for (let at = 0; pen && at < high; at += 8) {
        pen.fillStyle = `hsl(0 0% ${at % 96}%)`
        pen.fillRect(0, at, wide, 8)
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 1 })
      return [...new Uint8Array(await blob.arrayBuffer())]
    },
    [width, height] as const,
  )
  return { name: '小票.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) }
}

/** What a camera notes in a photo, put in where cameras put it. */
export function withCameraNotes(file: GivenFile, notes: string): GivenFile {
  const body = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(notes)])
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff])
  const { buffer } = file
  return { ...file, buffer: Buffer.concat([buffer.subarray(0, 2), head, body, buffer.subarray(2)]) }
}

/** The size of a picture as a page shows it; 0 while it is not there. */
export const drawnWidth = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))
