import type { Entity, PaymentChannel } from '../ports/understanding.ts'
import { type EntityStep, spanAt } from './entity-step.ts'

const said: readonly (readonly [PaymentChannel, RegExp])[] = [
  [
    'card',
    /刷(?:了|的)?(?:[我他她]的)?卡|[插拍挥]卡|pos机?(?:上)?[刷收]|\b(?:by|with) (?:a |my |the )?(?:credit |debit |bank )?card\b|\bcard (?:payments?|sales?|machine|reader|terminal)\b|\b(?:swip|tapp)(?:ed|ing)\b|\bcontactless\b|\bchip (?:and|&) pin\b/,
  ],
  [
    'qr',
    /扫码|扫(?:的|了)?(?:我的|商家的?|店里的?)?(?:收款|付款|二维)码|二维码(?=[收付支])|聚合码|\bqr(?: ?codes?)?\b/,
  ],
  [
    'online',
    /(?:网上|线上|在线|网页上?)(?:付|支付|买|下单|消费|收款|交易)|网店|网购|\b(?:paid|pay|bought|sold|ordered|purchased?) (?:it |this )?online\b|\bonline (?:payment|sale|order|store|shop|purchase|checkout)s?\b|\b(?:on|through|via) (?:the|my|our|your|their) (?:web ?site|webshop)\b/,
  ],
  [
    'app',
    /app(?:[里上]面?)?[付支买收]|小程序(?:[里上]面?)?(?:付|支付|买|下单|收)|云闪付|手机闪付|\b(?:in|through|via|with|using) (?:the|my|your|our) app\b|\b(?:apple|google|samsung) pay\b/,
  ],
]

/** How the payment was made, each way once. */
export const channels: EntityStep = ({ reading }) =>
  said.flatMap(([value, pattern]): Entity[] => {
    const found = pattern.exec(reading.low)
    if (!found) return []
    const span = spanAt(reading, found.index, found.index + found[0].length)
    return [{ type: 'channel', ...span, value }]
  })
