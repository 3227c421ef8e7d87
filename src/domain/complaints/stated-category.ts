import type { TicketCategory } from '../tickets/ticket.ts'

/** What a complaint says it is about, when it is not about one payment. */
const stated: readonly (readonly [TicketCategory, RegExp])[] = [
  [
    'service_quality',
    /\b(?:rude|impolite|unhelpful|shout(?:ed|ing)|hung up on|disrespectful|attitude|ignored (?:me|us|my)|treated (?:me|us|like)|how i(?:'ve| have| was)? (?:been )?treated|kept (?:me )?(?:waiting|on hold)|your (?:staff|colleague|agent|operator)s? (?:was|were|is|are))\b|态度|骂人|不耐烦|挂(?:我)?电话|服务(?:太)?差|爱答不理|没人接/iu,
  ],
  [
    'privacy',
    /\b(?:my (?:data|details|personal information)\b.{0,30}\b(?:shared|sold|leaked|passed)|data breach|leaked my|privacy)\b|泄露|个人信息|隐私/iu,
  ],
  [
    'mis_selling',
    /\b(?:mis-?sold|lied (?:to (?:me|us) )?about|misled|promised (?:me|us) (?:no|zero|a lower|free)|hidden (?:fees?|charges?))\b|虚假宣传|误导|承诺的费率|骗我办/iu,
  ],
  [
    'fee_dispute',
    /\b(?:fees?|rates?|commission)\b.{0,30}\b(?:too high|wrong|higher|overcharged|not (?:what|as) agreed)\b|\bovercharg\w+ (?:me |us )?(?:on |in )?fees?\b|多收.{0,4}手续费|费率(?:太高|不对|比合同高)/iu,
  ],
]

/** The category a customer's own words name; undefined when they name none. */
export function statedCategory(statement: string): TicketCategory | undefined {
  return stated.find(([, says]) => says.test(statement))?.[0]
}
