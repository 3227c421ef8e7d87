import type { Entity } from '../ports/understanding.ts'
import type { Reading } from './reading-form.ts'

/** Between what was said wrong and what is meant: 大前天…不对是前天, "Friday, sorry, Saturday". */
const takenBack =
  /^[^\d。！？!?\n]{0,3}?(?:不对|说错|记错|打错|写错|错了|[哦啊噢呃]不|no,? wait|\bsorry\b|\bi mean\b|\bmake that\b|\bcorrection\b)[^。！？!?\n]{0,8}$/

/** 不是昨天是前天: what follows 不是 is not meant when another follows 是. */
const denied = /(?:^|[^是])不是\s?$/
const insteadOf = /^[，,\s]{0,2}(?:而?是|应该是)\s?$/

/** An amount that is wrong on the record is not taken back by who says it: 系统里168不对，应该1688. */
const recordIsWrong = /应该|应当|should/

/** 3800不是3600, "50 not 500": the second is what it is not. After what arrived it is what should have. */
const notThat = /^[，,\s]{0,2}(?:而?不是|(?:and |but )?not)\s?$/

function isDeniedAfter(said: Entity, earlier: Entity | undefined, low: string): boolean {
  if (said.type !== 'amount' || earlier?.type !== 'amount' || earlier.role === 'received')
    return false
  return notThat.test(low.slice(earlier.end, said.start))
}

/** Drops what the same message corrects: the later of the two is meant. */
export function withoutTakenBack(entities: Entity[], { low }: Reading): Entity[] {
  return entities.filter((said, index) => {
    if (isDeniedAfter(said, entities[index - 1], low)) return false
    const later = entities.slice(index + 1).find(({ type }) => type === said.type)
    if (!later || later.start < said.end) return true
    const between = low.slice(said.end, later.start)
    const before = low.slice(Math.max(0, said.start - 4), said.start)
    if (denied.test(before) && insteadOf.test(between)) return false
    if (said.type === 'amount' && recordIsWrong.test(between)) return true
    return !takenBack.test(between)
  })
}
