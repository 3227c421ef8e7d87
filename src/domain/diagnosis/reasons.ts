/**
 * What a provider's free text or failure code says, as far as it decides the cause.
 * The words are those of payout files, risk notices and the public failure codes of providers.
 */
const patterns = {
  authority:
    /司法|法院|公安|有权机关|协助冻结|judicial|\bcourt\b|police|law enforcement|by (?:an? )?authorit/iu,
  documents:
    /(?:过期|到期|失效|超期)|(?:licen[cs]e|identity|document|certificate|\bid\b|kyc).{0,30}(?:expir|out of date|outdated|renew)|expired.{0,30}(?:licen|id\b|document|certificate)|kyc[_ ]?expired/iu,
  minimum: /起结|最低结算|低于.{0,6}(?:起|最低)|minimum/iu,
  firstPayout: /首(?:次|笔)|first payout|initial payout/iu,
  dispute: /争议|拒付|退单|调单|dispute|chargeback|retrieval/iu,
  rule: /新规|监管|政策|法规|regulat|new rule|policy change/iu,
  limit:
    /限额|超限|超额|额度|二类|ii\s?类|Ⅱ|\blimits?\b|limit_?exceeded|LimitExceeded|exceed|type[ _-]?(?:ii|2)\b|class[ _-]?(?:ii|2)\b/iu,
  account:
    /户名|账号|账户|帐号|帐户|销户|卡号|不符|久悬|睡眠|无此户|名称|account|beneficiary|holder|name.{0,10}mismatch|dormant|closed|could_not_process|declined|unsupported_card|no_?account|ownership|not_authorized|invalid_currency/iu,
} as const

export type ReasonKind = keyof typeof patterns

export function reasonIs(kind: ReasonKind, ...texts: (string | undefined)[]): boolean {
  return patterns[kind].test(texts.filter(Boolean).join(' '))
}
