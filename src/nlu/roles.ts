import { matchesOf } from '../domain/matches.ts'
import type { Entity } from '../ports/understanding.ts'
import { type EntityStep, spanAt } from './entity-step.ts'

type Side = 'merchant' | 'cardholder'

const said: readonly (readonly [Side, RegExp])[] = [
  [
    'merchant',
    /(?:我|俺|咱)(?:这边|们|哋|这里)?(?:是|系|係|就是)(?:一个|一名|个|这边的?|这家)?(?:商户|商家|店主|店家|老板|店长|卖家|收款方|收银员|开店的?|做生意的?|摆摊的?|个体户?)|(?:我们?|咱们?|自己|俺)(?:家|这)?(?:的|这|个)?(?:小)?(?:店|商铺|铺子|餐厅|饭店|超市|酒店|理发店|公司收款|摊)(?:里|铺|面)?|我(?:是)?(?:做(?:点)?(?:小)?生意|开(?:了)?(?:个|家)?(?:小)?[^，。！？\s]{0,3}(?:[店铺馆厂档]|小卖部|餐厅|作坊|网吧|超市|公司|酒楼|茶楼|药房|[烧烤水果早餐]摊)|摆(?:个)?摊|跑出租|卖[^，。\s]{1,4})(?:的)?|本店|店里(?:收|的?pos|刷)|商户端|(?:顾客|客人|客户|买家)(?:在我|来我)?(?:们|这|店里?)*(?:刷|付|扫|支付|买单)|我(?:们)?的?(?:pos机?|收款码|收款机|结算款|货款|营业款|结算卡|结算账户)|我(?:们)?(?:收款|收的款|收银)|等(?:着)?结算款|我(?:们)?(?:的)?公司(?:是)?(?:做|卖|经营)|pos机?收的?(?:款|钱)|(?<!退)(?:营业款|营业额|货款|结算款)[^，。！？]{0,6}(?:没|未)|(?<!商家|店家|[他她人])卖(?:货|菜|东西)(?:收|卖|的)|我们(?:的)?财务|作为商家|作为商户|^(?:说反了|说错了|不好意思|等等|等下|不对|搞错了)[^。！？\n]{0,12}(?:商户|商家|老板|开店|店是我的)|^\s*(?:商户|商家|店家|开店的|店主)[\s。.！!]*$|(?<!(?:投诉|扣|退)[^\n]*)[\s，,。；;、！!](?:我(?:们)?(?:这边)?)?(?:商户|商家|店家|店主|卖家|开店的|卖货的)(?:端|这边)?[\s。.！!~～]*$|^\s*(?:我)?(?:商户|商家|店主|卖家)[\s，,。：:]+(?!.*(?:退|不给|不肯|说|让我|叫我|扣我))(?=\S)|(?<![的了])我(?:商户|商家|店主|店家)(?=[\s，,。]|$)|(?<![被多家店户人们他])收了(?:一笔|笔)?\s*[¥￥]?\d/g,
  ],
  [
    'cardholder',
    /(?:我|俺)(?:是|系|係|就是)(?:一个|一名|个|那个|来)?(?:持卡人|顾客|客人|消费者|买家|付款人?方?|客户|(?:刷卡|付钱|付款|买东西|消费)的)|我(?:[^，。！？\n我在去]{1,8})?(?:在|去)(?!店里|自己|自家|我)[^，。！？\n]{1,14}?(?:刷卡|刷了|付款|付了|消费|买了?|住)|(?:把)?我(?:的)?(?:信用|储蓄|借记|银行)?卡(?:里|上)?(?:被)?(?:扣|刷了|盗刷|的钱)|(?:商家|卖家|店家)(?:不|没|还没|一直没|拒绝|说)[^，。]{0,6}退|(?:老板|店里|酒店)(?:跟我|和我)?说[^，。]{0,6}退(?:了|过|款)|(?:收银员?|店员|服务员|店家|商家|老板)(?:又|还|非)?(?:让|叫|要|喊)我(?:再|重新?)(?:刷|付|扫)|我(?:付|花)(?:了)?钱买|等(?:着)?(?:商家)?退(?:款|钱)|等钱退回|我买(?:了|的)?(?:东西|衣服|货)|(?<!客人|顾客|客户|买家|人家|[他她人])买的[^，。！？\n]{1,8}?退(?:了|货|款)|我(?:的)?卡(?:号|尾号|后四位)(?=[^。！？\n]{0,60}(?:被扣|扣了|扣款|退款|退货))|作为(?:持卡人|消费者|顾客)|^(?:说反了|说错了|不好意思|等等|等下|不对|搞错了)[^。！？\n]{0,12}(?:持卡人|顾客|刷卡的|付钱的)|^\s*持卡人[\s。.！!]*$|(?:^|[\s，,。；;、！!])(?:我(?:是)?)?(?:持卡人|买家|顾客|消费者)[\s。.！!~～]*$/g,
  ],
  [
    'merchant',
    /\b(?:i am|i'm|im|we are|we're) (?:a|an|the) (?:\w+ )?(?:merchant|shop ?(?:owner|keeper)?|store ?(?:owner)?|business(?: owner)?|seller|retailer|restaurant(?: owner)?|cafe(?: owner)?|hotel|trader|vendor|cashier|salon(?: owner)?|bar(?: owner)?)\b|\b(?:i am|i'm|im|we are|we're) (?:merchants?|shop ?(?:owner|keeper)s?|store ?(?:owner|keeper)s?|business owners?|sellers?|retailers?|traders?|vendors?|cashiers?)\b|\b(?:my|our) (?:\w+ )?(?:shop|store|business|cafe|restaurant|salon|stall|bakery|hotel|card machine|card reader|pos|terminal|settlement|payout|takings)\b|\b(?:i|we) (?:own|run|have|manage) (?:a|an|the|this) (?:\w+ ){0,2}(?:shop|store|cafe|restaurant|business|salon|stall|bar|bakery|pub|boutique|pharmacy|takeaway|food truck|garage|market)\b|\b(?:i|we) own\b(?! (?:card|account|bank|mistake|fault|money))|\b(?:i|we) sell\b|\bi(?:'?m| am) the (?:one|person) (?:who|that) (?:sells?|sold|takes? (?:the )?(?:cards?|payments?))\b|\brefund(?:ed)?\b.{0,16}\b(?:to|for) (?:a|my|our|the|one) (?:customer|client|guest)\b|\b(?:it'?s|this is|here is|here'?s) (?:merchant |shop |store )?m\d{3,}\b|\b(?:a|my|our|the|one|this) (?:customer|client|guest)(?:s|'s)? (?:has |have |already |just |also )?(?:paid|swiped|tapped|bought|used|card)\b|^\s*(?:a |one )?(?:customer|client|guest)s?\b.{0,30}\b(?:paid|tapped|swiped)\b|\bcustomers? (?:do|don|did|already|just) (?:pay|paid|transfer|swipe|tap)\b|\bas a merchant\b|\b(?:merchant|shop ?(?:owner|keeper)?|store ?(?:owner|keeper)?|business(?: owner)?|retailer|seller|trader|vendor) here\b|\bm[ae]rch[ae]nt here\b|\bi'?m (?:a |the )?(?:mercahnt|merchnat|merchan|mechant|merhcant)\b|^\s*(?:the )?merchant\s*[.,;:–-]|(?<!\b(?:they|it|he|she|bank|shop|store|hotel|machine|terminal|that|who|and) )\b(?:took|take|accepted|processed|rang up) (?:a |an |in |one |some )?(?:(?:card|contactless|chip) )?(?:payments?|sales?|cards?\b|[£$€¥]? ?\d)|\b(?:card|today'?s|yesterday'?s|my|our) (?:card )?sales? (?:of|from|on|has|have|is|was|not|never)\b|\bi sold\b|^(?:no|sorry|oops|wait|actually)\b[^.?!]{0,40}\b(?:business owner|the business|merchant|shop owner)\b|^\s*(?:the )?(?:merchant|business owner|shop owner)[\s.!]*$/g,
  ],
  [
    'cardholder',
    /\b(?:i am|i'm|im) (?:a|the) (?:card ?holder|customer|buyer|shopper|consumer|payer)\b|\bi (?:paid|bought|swiped|tapped|purchased) (?!out)|\bmy (?:credit |debit |bank )?card (?:was|has been|got|is) (?:charged|debited|billed|used|declined)|\bcharged my (?:credit |debit )?card\b|\b(?:the|this) (?:shop|store|merchant|hotel|seller|restaurant|retailer) (?:charged|won't|wont|refuses|has not|hasn't|did not|didn't|said|says|took|promised)\b|\bi (?:was|got|have been|'ve been) (?:over)?charged (?:twice|double|[£$€¥]? ?\d)|\bas a (?:card ?holder|customer)\b|\b(?:card ?holder|customer) here\b|\bwas i (?:charged|debited|billed)\b(?! (?:a|the|any) (?:\w+ )?(?:fee|commission))|\b(?:it is|it's|is|about|with|on) my own (?:credit |debit |bank |personal )?card\b|\b(?:i am|i'm|im) (?:card ?holder|customer|buyer|shopper)\b(?! (?:of|for|with|service|since)\b)|\bmy order (?:at|from|with)\b|\bmy (?:credit |debit |bank )?card\b(?! (?:machine|reader|terminal|sales?|payments?|takings))|\bmy refund\b|\brefund (?:to|on|for) my (?:credit |debit )?card\b|\b(?:waiting for|never got|haven't (?:got|received)|have not received) (?:a |the |my )refund\b|^\s*(?:the )?card ?holder[\s.!]*$/g,
  ],
]

const answers: readonly (readonly [Side, RegExp])[] = [
  [
    'merchant',
    /商户|商家|店主|店是我的|我的店|老板|卖家|收款|结算款|开店|\b(?:merchant|business|shop|store|seller|owner|trader|waiting to be paid|payout|settlement|m[ae]rch[ae]nt|merchnat|merchan|buis?ness|bussiness|bus[ei]ness)\b/g,
  ],
  [
    'cardholder',
    /持卡人|刷卡的?人|付钱的|顾客|消费者|买家|付款|退回|退款|个人|\b(?:card ?holder|cardhodler|cardholdr|customer|costumer|custmer|buyer|shopper|consumer|personal|i paid|refund|money back)\b/g,
  ],
]

function found(input: Parameters<EntityStep>[0], list: typeof said): Entity[] {
  const { reading } = input
  const result: Entity[] = []
  for (const [value, pattern] of list) {
    for (const match of matchesOf(reading.low, pattern)) {
      const span = spanAt(reading, match.index, match.index + match[0].length)
      result.push({ type: 'role', ...span, value })
    }
  }
  return result
}

/** 不是商户 is no merchant. */
const isDenied = (low: string, start: number) =>
  /(?:不是|并非|\bnot (?:a|an|the)?\s?)$/.test(low.slice(Math.max(0, start - 8), start))

/**
 * Which side of the sale is speaking. A statement of who one is comes first; when both sides are
 * named the one that begins the message counts. The open question accepts bare words.
 */
export const roles: EntityStep = (input) => {
  const plainly = found(input, said).toSorted((a, b) => a.start - b.start)
  const explicit = plainly.find((role) =>
    /^(?:(?:我|俺|咱)(?:这边|们|哋|这里)?(?:是|系|係|就是)|i am|i'm|im |we are|we're|as a|作为)|\bmy own\b/i.test(
      role.text,
    ),
  )
  const best = explicit ?? plainly[0]
  if (best) return [best]
  if (input.context.expecting !== 'role') return []
  const answer = found(input, answers)
    .filter((role) => !isDenied(input.reading.low, role.start))
    .toSorted((a, b) => a.start - b.start)[0]
  return answer ? [answer] : []
}
