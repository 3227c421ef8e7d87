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

/** "4471, not 4417", 4471，刚才打成4417了: between the right number and the wrong one. */
const beforeMistake =
  /(?:不是|[打写说报输填记看念]成了?|误[报写填]为|\b(?:not|instead of|rather than)(?: [a-z]+){0,2})\s?$/
/** 刚才打成4417，应该是4471: what follows is the right one, and the first is dropped elsewhere. */
const beforeRight = /应该?是|改成|改为|而是|\bbut\b/

const isPlace = (type: Entity['type']) => type === 'country' || type === 'region'

/** Marks the reference that another of its kind, given before it, is to replace. */
export function withMistaken(entities: Entity[], { low }: Reading): Entity[] {
  return entities.map((said, index) => {
    const right = entities.slice(0, index).findLast(({ type }) => type === said.type)
    if (!right || !('value' in said) || isPlace(said.type)) return said
    const between = low.slice(right.end, said.start)
    const isWrong = beforeMistake.test(between) && !beforeRight.test(between)
    return isWrong ? { ...said, mistaken: true as const } : said
  })
}
