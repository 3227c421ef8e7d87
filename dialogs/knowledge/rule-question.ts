import type { Scene, Turn } from '../flow.ts'
import { answerFromKnowledge } from './flow.ts'

const general =
  /^\W*(?:(?:hi|hello|hey|please|sorry|ok|so|and|just|quick question)\W+)*(?:how (?:long (?:can|do|does|may|is|are|will)|do (?:i|we|you)|does|can (?:i|we)|soon)|can (?:i|we|a|the)|(?:is|are) (?:it|there|a|the)|what happens|when (?:do|does)|do (?:i|we|you))\b|怎么(?:退|撤|冲|办理|操作)|(?:一般|通常|最多|最长)(?:要|会|能|可以)?[^，。]{0,6}(?:多久|几天)/iu

/**
 * The article for a question about how things work ("how long may a hotel hold it?"). Undefined when
 * a payment of one's own is being talked about, or no article answers.
 */
export async function answerRuleQuestion(scene: Scene): Promise<Turn | undefined> {
  const { said, memory, actions } = scene
  const { facts } = memory
  const named = facts.amount ?? facts.last4 ?? facts.rrn ?? facts.orderNo
  if (named || memory.verdict || memory.question || !general.test(said.text)) return undefined
  const { answerable } = await actions.searchKnowledge(said.text)
  return answerable ? answerFromKnowledge(scene) : undefined
}
