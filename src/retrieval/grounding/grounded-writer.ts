import type { AnswerWriter, ClaimWriter } from '../../ports/answer-writer.ts'
import { isGrounded } from './grounded.ts'

/** Lets through only what the passages support; one sentence that they do not, and nothing is said. */
export function groundedWriter(writer: ClaimWriter): AnswerWriter {
  return {
    async write(asked) {
      try {
        const claims = await writer.write(asked)
        const sentences = claims.map(({ sentence }) => sentence.trim())
        const between = asked.locale === 'zh-CN' ? '' : ' '
        return isGrounded(claims, asked) ? sentences.join(between) : undefined
      } catch {
        // Whatever broke, the passage itself is shown.
        return undefined
      }
    },
  }
}
