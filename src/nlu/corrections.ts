import type { Entity } from '../ports/understanding.ts'
import type { Reading } from './reading-form.ts'

/** Between what was said wrong and what is meant: 大前天…不对是前天, "Friday, sorry, Saturday". */
const takenBack =
  /^[^\d。！？!?\n]{0,3}?(?:不对|说错|记错|打错|写错|错了|[哦啊噢呃]不|no,? wait|\bsorry\b|\bi mean\b|\bmake that\b|\bcorrection\b)[^。！？!?\n]{0,10}$/

/** "£45, wait, £54", "33 euro – er, 34 euro". */
const thinksAgain =
  /^\s?[,.–-]\s?(?:no|nope|nah|er+m?|wait|scratch that|actually)\b[,\s–-]{0,3}(?:it was |make it )?$|^ (?:scratch that|er+m?,?|no,)\s?$/

/** 不是昨天是前天, "not 500, it's 550": what is denied is not meant when another follows. */
const denied = /(?:(?:^|[^是])不是|\bnot)\s?$/
const insteadOf = /^[，,\s]{0,2}(?:而?是|应该是|but|it['’]?s|it was)\s?$/

/** An amount that is wrong on the record is not taken back by who says it: 系统里168不对，应该1688. */
const recordIsWrong = /应该|应当|should/

/** 3800不是3600, "50 not 500": the second is what it is not. After what arrived it is what should have. */
const notThat = /^[，,\s]{0,2}(?:而?不是|(?:and |but )?not)\s?$/

const next = (entities: readonly Entity[], index: number) =>
  entities.slice(index + 1).find(({ type }) => type === entities[index]?.type)

/** Tells whether another of its kind, behind it, is said to be right instead. */
function isDenied(entities: readonly Entity[], index: number, low: string): boolean {
  const [said, later] = [entities[index], next(entities, index)]
  if (!said || !later || later.start < said.end) return false
  const before = low.slice(Math.max(0, said.start - 4), said.start)
  return denied.test(before) && insteadOf.test(low.slice(said.end, later.start))
}

/** A sum, a day or an hour: both of those in a correction stay, for they tell what was mixed up. */
const isMeasure = ({ type }: Entity) => type === 'amount' || type === 'date' || type === 'time'

/** Drops what the same message corrects: the later of the two is meant. */
export function withoutTakenBack(entities: Entity[], { low }: Reading): Entity[] {
  return entities.filter((said, index) => {
    const later = next(entities, index)
    if (!later || later.start < said.end) return true
    if (isDenied(entities, index, low)) return isMeasure(said)
    const between = low.slice(said.end, later.start)
    if (said.type === 'amount' && recordIsWrong.test(between)) return true
    return !takenBack.test(between) && !thinksAgain.test(between)
  })
}

function isDeniedAfter(said: Entity, earlier: Entity | undefined, low: string): boolean {
  if (said.type !== earlier?.type) return false
  if (earlier.type === 'amount' && earlier.role === 'received') return false
  return notThat.test(low.slice(earlier.end, said.start))
}

/** "4471, not 4417", 4471，刚才打成4417了: between the right number and the wrong one. */
const beforeMistake =
  /(?:不是|[打写说报输填记看念]成了?|误[报写填]为|\b(?:not|instead of|rather than)(?: [a-z]+){0,2})\s?$/
/** 刚才打成4417，应该是4471: what follows is the right one, and the first is dropped elsewhere. */
const beforeRight = /应该?是|改成|改为|而是|\bbut\b/

const isPlace = (type: Entity['type']) => type === 'country' || type === 'region'

function isMistaken(entities: readonly Entity[], index: number, low: string): boolean {
  const said = entities[index]
  if (!said || isPlace(said.type)) return false
  if (isMeasure(said))
    return isDenied(entities, index, low) || isDeniedAfter(said, entities[index - 1], low)
  const right = entities.slice(0, index).findLast(({ type }) => type === said.type)
  if (!right || !('value' in said)) return false
  const between = low.slice(right.end, said.start)
  return beforeMistake.test(between) && !beforeRight.test(between)
}

/** Marks what another of its kind in the same message is to replace. */
export function withMistaken(entities: Entity[], { low }: Reading): Entity[] {
  return entities.map((said, index) =>
    isMistaken(entities, index, low) ? { ...said, mistaken: true as const } : said,
  )
}

/** A sum that is not only named as wrong. */
export const isMeantAmount = (each: Entity): each is Extract<Entity, { type: 'amount' }> =>
  each.type === 'amount' && !each.mistaken
