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

function drawn(picture: ImageBitmap): Promise<Blob> {
  const { width, height } = picture
  const scale = Math.min(1, longest / Math.max(width, height))
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
}
