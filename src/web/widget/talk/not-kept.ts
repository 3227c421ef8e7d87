import type { Attachment } from './activity.ts'

/** Whether a file stayed with its sender: then only its name was taken. */
export function isNotKept({ content }: Attachment): boolean {
  return typeof content === 'object' && content !== null && 'notKept' in content
}
