import type { Scene, Turn } from '../../../dialogs/flow.ts'

const urging =
  /快一?点|赶紧|赶快|磨叽|磨蹭|啰嗦|(?:能不能|直接)(?:直接)?查|系统里?(?:面)?(?:没有|查不到|不是有|都有)|\bhurry\b|\bcome on\b|\bfaster\b|\b(?:get on with it|just (?:look|check) it(?: up)?)\b|\b(?:in|on) your (?:system|records?|computer)\b|\bhow (?:much longer|many more questions)\b|^\W*(?:ok(?:ay)?,? |so,? |and )?(?:what (?:do|should|can|shall|must) (?:i|we) do(?: now| next| then)?|what (?:now|next)|what can be done)\W*$|^\W*(?:please |just |can (?:you|u|someone) |somebody )*help(?: me| us)?(?: out)?(?: please| now| pls)*\W*$/iu

/**
 * "Hurry up", "isn't it in your system?" instead of an answer: no sign of being misunderstood, and no
 * wish of its own. The open question is put again, and nothing else is said.
 */
export function urgedOn({ said, memory }: Scene): Turn | undefined {
  const { entities, cues } = said.understood
  const says = entities.length + cues.length > 0 || said.text.length > longest
  if (!memory.question || says || !urging.test(said.text)) return undefined
  return { say: [], ask: memory.question, memory }
}

const longest = 60
