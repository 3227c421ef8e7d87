/** Pixels of the longer side: the small print of a slip can still be read. */
const longest = 2_000
const heavyBytes = 1_500_000

/**
 * A photo as it is sent: light enough for any connection, and without what the camera noted in it, such
 * as the place. What the browser cannot draw, and other files, stay as they are.
 */
export async function lightPicture(file: File): Promise<File> {
  const isPhoto = ['image/jpeg', 'image/webp', 'image/heic'].includes(file.type)
  const isHeavy = file.type === 'image/png' && file.size > heavyBytes
  if (!isPhoto && !isHeavy) return file
  try {
    const blob = await drawn(await createImageBitmap(file))
    return new File([blob], file.name.replace(/\.\w+$|$/, '.jpg'), { type: blob.type })
  } catch {
    return file
  }
}

/** The size of a picture made small enough, whole pixels; at least one of each. */
export function sizeWithin(most: number, { width, height }: ImageBitmap) {
  const scale = Math.min(1, most / Math.max(width, height))
  const within = (pixels: number) => Math.max(1, Math.floor(pixels * scale))
  return { width: within(width), height: within(height) }
}

function drawn(picture: ImageBitmap): Promise<Blob> {
  const { width, height } = sizeWithin(longest, picture)
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
}
