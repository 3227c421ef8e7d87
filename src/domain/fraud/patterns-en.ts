import { patternWriter, type SignPatterns } from './pattern.ts'
import type { FraudSign } from './signs.ts'

const secret =
  'one[- ]?time (?:code|pass ?code|password|pin)s?|otps?|(?:verification|security|sms|text|authentication|auth|confirmation|login|6[- ]digit|six[- ]digit) codes?|codes? (?:from|in|on) (?:the|my|a) (?:text|sms|message|phone)|codes? (?:that )?(?:you|they|i|he|she|the bank) (?:just )?(?:sent|got|received|texted)|pass ?codes?|cv[vc]2?|pins?(?: number)?|passwords?|(?:3|three)[- ]digit(?: code| number|s)?|(?:3|three) (?:digits|numbers) (?:on|from|at) the back|full card number|whole card number|(?:long|16[- ]digit) card number|expiry date'

/** English text, folded: a gap ends with the sentence. */
const en = patternWriter('[^.;!?\\n]', {
  secret,
  stranger:
    'someone|somebody|(?:a |the |this )?(?:caller|man|woman|guy|person|stranger|agent|rep|representative|sales ?(?:man|person|rep|woman)|engineer|technician|officer|banker|scammer|courier|lady)|people|he|she|they|support|customer service|(?:the |my |our |your )?bank|(?:the )?police|fraud (?:team|department)|tech support|your (?:colleague|staff|team)|you(?: guys)?',
  caller:
    'caller|called (?:me|us|my)|calls (?:me|us)|call from|phone call|phoned|rang (?:me|us)|text(?:ed)? (?:me|us|from|saying)|(?:got|received|had) (?:a|an) (?:\\w+ )?(?:call|text|sms|email|message)|whatsapp|telegram|message(?:d me)? (?:from|saying)|someone|stranger|claim(?:s|ed|ing)?|pretend\\w*|says (?:he|she|they)|email (?:from|saying)',
  told: 'ask(?:s|ed|ing)?|told|tells?|telling|want(?:s|ed)?|said i (?:must|have to|need to|should)|says? i (?:must|have to|need to|should)|instruct(?:s|ed|ing)?|insist(?:s|ed)?|make|made|need(?:s|ed)?|try(?:ing|s)? to (?:make|get)|get(?:s|ting)?|guided|walked',
  me: 'me|us|my (?:mum|mom|dad|mother|father|wife|husband|staff|cashier|employee|colleague|boss|son|daughter|team)|him|her|you|our (?:staff|cashier|team)',
  card: '(?:credit |debit |bank |business )?(?:card|visa|mastercard|amex)',
  pos: 'pos|terminal|card machine|card reader|machine|reader|device',
})

/** What each sign looks like in English. */
export const signsEn: Readonly<Record<FraudSign, SignPatterns>> = {
  W1: {
    any: [
      en('\\bsafe(?:ty|guard(?:ed|ing)?)? accounts?'),
      en(
        '\\b(?:money|funds|savings|balance|takings|cash)\\b~20\\b(?:moved|transferred|shifted|sent|put)\\b~10\\b(?:to|into|in) (?:a|an|the|another)~15(?:safe|secure|protected|police|government|federal|special)~10accounts?',
      ),
      en(
        '\\b(?:mov|transferr?|send|shift|put|wir)(?:e|ing|ed)?~25(?:money|funds|savings|balance|takings|cash|everything|it all)~25(?:to|into|in) (?:a|an|the|another|new|their)~15(?:safe|secure|protected|holding|police|government|federal|special)~10accounts?',
      ),
      en(
        '\\b(?:mov|transferr?|send|sent|shift|put|wir|pay)(?:e|ing|ed|s)?\\b~40\\b(?:safe|secure|protected|protection|holding|quarantine|police|government) (?:\\w+ )?account',
      ),
      en(
        '\\b(?:mov|transferr?|send|shift|wir)(?:e|ing|ed)?~15(?:money|funds|savings|balance|takings)~30(?:keep|make|protect)~8safe',
      ),
      en(
        '\\b(?:police|fraud (?:team|department)|officer|fbi|investigator|caller|someone|court|detective)\\b~40(?:{told})~15(?:move|transfer|withdraw)~20(?:money|funds|savings|balance|takings|cash)',
      ),
      en(
        '\\b(?:police|officer|fbi|prosecutor|court|detective)\\b~70\\b(?:must|have to|need to|had to|should)\\b~8(?:move|transfer|withdraw|wire)~15(?:money|funds|savings|balance|takings|cash)',
      ),
    ],
    unless: /protect my account|is my account safe/,
  },
  W2: {
    any: [
      en(
        '\\b(?:support|customer service|agent)\\b~12\\b(?:on|via|over) (?:whatsapp|telegram|wechat)\\b~30(?:deposit|fee|pay|scan|code)',
      ),
      en(
        "(?:{caller})~60(?:{pos}|account|payouts?)~20(?:will|would|is going to|are going to|'ll|about to|has to|needs to) ?(?:be |get )?(?:block|deactivat|shut|disabl|stop|suspend|cut off|expire|frozen|freeze|upgrad)",
      ),
      en(
        "(?:unless|or else|otherwise|if (?:i|we) (?:don'?t|do not))~50(?:{pos}|account)~25(?:block|deactivat|shut|disabl|stop|suspend|cut off)",
      ),
      en(
        "(?:{pos})~25(?:block|deactivat|shut|disabl|stop|suspend)~30(?:unless|if (?:i|we) (?:don'?t|do not)|or else|until i (?:pay|scan|verify|update))",
      ),
      en('(?:{caller})~60(?:refund|return|give back|get back|release)~20deposit'),
      en(
        '(?:refund|return|release|get back|get)~20deposit~8(?:refund|back)?~25\\b(?:scan|qr|click|download|install|pay (?:a|the|first)|fee|add (?:him|her|them|a))',
      ),
      en(
        '\\b(?:fake|pretend\\w*|pos(?:ed|ing) as|impersonat\\w+|claim(?:s|ed|ing)?)~25(?:support|customer service|help ?desk|provider|acquirer|pos company|your company|from you\\b)',
      ),
      en(
        '\\bpay~30(?:to|and|before)~10(?:unlock|unfreeze|reactivate|unblock|free (?:it|my|the|up)|release (?:my|the|it|them|our|your))',
      ),
      en(
        '\\bpay~30\\bor (?:else )?(?:the|my|our|your|we|i)~25(?:block|suspend|deactivat|shut|disabl|stop|cut off)',
      ),
      en('\\bdeposit~8back~20\\b(?:scan|qr|add|whatsapp|click|download)'),
      en('\\bscan~15(?:qr|code)~40(?:upgrade|deposit|unlock|keep the|refund|reactivate)'),
    ],
  },
  W3: {
    any: [
      en('\\b(?:swiped|paid|charged|tapped)\\b~20\\d{2,4}~30activat'),
      en(
        '\\b(?:(?<!you )(?:offer(?:ed|s|ing)?)|sent|posted|mailed|giv(?:es|ing|en)|gave|received|ad(?:vert)?s?|promis\\w+|sales\\w*|rep|cold call\\w*|someone|stranger|telemarket\\w*|they|he|she)\\b~35\\bfree (?:card )?(?:{pos})',
      ),
      en(
        '\\bfree (?:card )?(?:{pos})~25(?:by post|by mail|in the mail|in the post|advert|offer|but|if i|after i)',
      ),
      en('\\bactivation (?:fee|swipe|charge|payment|deposit|cost)'),
      en('\\b(?:swipe|pay|charge|tap|put through)~20\\d{2,4}~30(?:activat|unlock the|start using)'),
      en(
        '\\b(?:cash ?back|rebate|refund(?:ed)?|get (?:it|the money|my deposit) back)~30\\b(?:if|when|once|after) (?:i|you|we) (?:swipe|spend|process|reach|put through)',
      ),
      en(
        '\\b(?:swipe|spend|process)~30(?:and|to) (?:get|receive|earn)~15(?:cash ?back|rebate|deposit back)',
      ),
      en('\\b(?:hidden|surprise|unexpected|took|charged|deducted)~15(?:data plan|traffic|sim) fee'),
    ],
    unless: /(?:no|without (?:an|any)) activation fee/,
  },
  W4: {
    any: [
      en(
        '\\b(?:rep|representative|agent|sales\\w*|he|she|they|caller|someone|guy|man|woman|told|asked|asks|wants)\\b~50\\b(?:swipe|tap|charge|run|use|put)(?:ing)?\\b~25\\b(?:my|your|our|his|her) own {card}',
      ),
      en(
        '\\b(?:swip|tapp?|charg|runn?|putt?)(?:e|ing)?\\b~30own {card}~45(?:activat|limit|credit score|build|test|level|volume|upgrade)',
      ),
      en(
        '\\b(?:swipe|charge|run|put through)\\b~25(?:large|big|\\d{1,3}[, ]?\\d{3}|thousand|\\dk)~45to (?:activat|rais|increas|build|boost|lift|unlock)',
      ),
      en(
        '\\b(?:raise|increase|boost|build up|lift) (?:my|your|the|our) (?:credit )?(?:card )?(?:limit|score)~40\\b(?:swip|card through|running|charg|terminal|transactions)',
      ),
    ],
  },
  W5: {
    any: [
      en(
        '\\b(?:partner|agent|middleman|intermediary|broker|reseller|rep|salesman|sales rep|third party|friend|distributor)\\b~25\\b(?:holds?|holding|keeps?|keeping|collects?|collecting|receives?|sits on|sitting on)\\b~20(?:funds|money|takings|settlements?|payouts?|cash)',
      ),
      en(
        "\\b(?:paid|payouts?|settlements?|settled|money (?:comes|came|arrives|arrived)|takings (?:come|came))\\b~30\\b(?:by|from|through|via) ~30\\b(?:(?:private|unknown|random|individual)?(?: )?person\\b|individual|private (?:person|account)|personal (?:bank )?account|stranger|trading (?:firm|company)|sales ?(?:rep|man)|reseller|middleman|someone'?s)",
      ),
      en(
        '\\b(?:agent|rep|salesman|reseller|middleman|partner|broker|intermediary)\\b~25\\b(?:transfers?|transferred|pays?|sends?|forwards?|settles?)\\b~15\\b(?:the|my|our) (?:money|takings|settlements?|funds|payouts?)',
      ),
      en(
        '\\b(?:paid|payouts?|settlements?|takings|money|funds)\\b~44\\b(?:from|by|through|via)~24\\b(?:own|personal|private) (?:personal |private |own )?(?:bank )?account',
      ),
      en(
        '\\bunlicen[sc]ed\\b~8(?:processor|provider|payment|intermediary|acquirer|company|settlement|agent)|\\b(?:no|without a|lacks a|has no|have no) (?:payment )?licen[sc]e|\\bsecondary settlement',
      ),
      en(
        '\\b(?:money|funds|takings)\\b~15\\b(?:goes?|go|went|lands?) (?:first )?(?:to|into|through)~10\\b(?:agent|middleman|partner|reseller|rep|salesman|his|her|someone)~20(?:account|first|then|before)',
      ),
    ],
  },
  W6: {
    any: [
      en('\\b(?:zero|0 ?%?)[- ](?:rate|fee)s?\\b~30(?:{pos}|swip|processing|merchant|plan|deal)'),
      en('\\b(?:{pos}|processing|swip\\w+)~25\\b(?:zero|0 ?%?)[- ](?:rate|fee)s?\\b'),
      en('\\b(?:zero|no)[- ]fees? (?:{pos}|card processing)'),
      en(
        '\\b(?:zero|0 ?%?|no|low(?:er)?|cheap(?:er)?)[- ](?:rate|fee)s?\\b~50\\b(?:under|as|through)~14\\b(?:categor|mcc|charit|school|hospital)',
      ),
      en(
        '\\b(?:run|running|book|booking|put|putting|process|processing|code|coding|ring)\\b~20\\b(?:sales|payments|transactions|takings|cards?)\\b~8\\b(?:under|as|through)~20\\b(?:categor|mcc\\b|charit|supermarket code|school code)',
      ),
      en('\\bmap(?:ped|ping|s)?~20(?:mcc|merchant categor|categor(?:y|ies))|\\bmapped mcc'),
      en(
        '\\b(?:wrong|different|fake|another|false|other|switch\\w*|chang\\w*|manipulat\\w*|disguis\\w*|cheaper|jump\\w*)\\b~18(?:mcc\\b|merchant (?:categor(?:y|ies)|code|type)|category codes?)',
      ),
      en(
        '\\b(?:slips?|receipts?|statement)\\b~30(?:different|another|other|wrong) (?:shop|merchant|store)~20\\b(?:every|each) (?:time|sale)',
      ),
      en(
        '\\b(?:every|each) (?:sale|payment|slip|receipt|swipe)\\b~20different (?:shop|merchant|store)',
      ),
    ],
  },
  W7: {
    any: [
      en(
        '\\b(?:cash(?:ing)?[- ]?out)\\b~20(?:friend|flagged|without|cards?\\b)|\\b(?:for|to|about) cashing[- ]?out',
      ),
      en('\\bfake transactions?\\b~20cash'),
      en('\\bswipe\\b~12\\bmy (?:own )?credit card\\b~20\\bmy own (?:{pos})'),
      en(
        '\\bcash(?:ing)?[- ]?out (?:my|the|a|our|his|her|their)? ?(?:credit )?(?:card|limit|line)',
      ),
      en('\\bcash[- ]?out~14\\b(?:{pos}|credit card|swipe)'),
      en(
        '\\b(?:get|getting|take|taking|turn|draw|pull|withdraw|extract|swipe)\\w*\\b~20\\b(?:cash|money) (?:out of|out from|from|off|out through) (?:my|the|a|our|his) (?:own )?(?:credit (?:card|line|limit)|card)(?! (?:account|machine|terminal|reader|sales|payment))',
      ),
      en('\\bturn~20(?:credit|limit|card)~12into cash'),
      en(
        '\\b(?:fake|invent(?:ed)?|sham|made[- ]up|make up|fictitious|dummy|pretend) (?:a |some )?(?:sales?|purchases?|orders?)\\b',
      ),
      en(
        "\\b(?:swipe|charge|run)\\b~6\\b(?:my|his|her|their|a friend'?s|friends'?) (?:own )?(?:credit )?card~45(?:\\bfor cash|to get (?:the )?cash|(?:give|take|hand|keep|return)~12cash)",
      ),
      en(
        '\\bpay(?:ing)? off (?:one|my) (?:credit )?card (?:bill )?(?:with|from|by)~20\\b(?:another|swip|own terminal)',
      ),
    ],
    unless:
      /\batm\b|cash machine|(?:accus\w+|suspect\w*|claim\w*|said i|says i|thinks? i|flagged (?:me|us|as|for)).{0,25}cash|not cash/,
  },
  W8: {
    any: [
      en(
        '\\b(?:callers?|someone|somebody|(?:a|the|this|some) (?:man|woman|guy|person)|he|she|they)\\b~70\\b(?:wants?|asks? for|asking for|needs?|demands?)\\b (?:my code|(?:the|that) code (?:you|they|that|which|i (?:got|received|was sent)))\\b',
      ),
      en(
        '\\b(?:tell|told|give|gave|given|giving|send|sent|read|share|shared) (?:out )?(?:him|her|them|someone|the (?:caller|man|guy|agent|woman)|a (?:caller|stranger))(?: (?:my|the|a|that|this))? codes?\\b',
      ),
      en(
        '\\b(?!you\\b)(?:{stranger})\\b~30\\b(?:ask(?:s|ed|ing)?(?: me)? for|wants?|wanted|needs?|needed|demand(?:s|ed)?)\\b~12(?<!last (?:four|4)(?: digits)? of (?:my|the) )\\bcard (?:number|details)',
      ),
      en(
        '\\b(?:should|can|may|could|must|do|will) (?:i|we) (?:have to |need to |just )?(?:give|tell|send|share|email|text)\\b~14(?<!last (?:four|4)(?: digits)? of (?:my|the) )\\bcard (?:number|details)',
      ),
      en(
        '\\b(?:{stranger})\\b~40\\b(?:ask(?:s|ed|ing)?|want(?:s|ed|ing)?|need(?:s|ed|ing)?|demand(?:s|ed|ing)?|request(?:s|ed|ing)?|insist(?:s|ed|ing)?|requir(?:e|es|ed|ing)|require)\\b(?:(?!reset|change|new|unlock|forg|block)[^.;!?\\n]){0,40}\\b(?:{secret})\\b',
      ),
      en(
        '\\b(?:should|can|may|could|must|shall|do|will|would) (?:i|we) (?:have to |need to |just |really |safely |ever )?(?:give|tell|send|share|read|provide|forward|text|hand over|say)\\b~28\\b(?:{secret})\\b',
      ),
      en(
        '\\b(?:tell|told|telling|give|gave|given|giving|send|sent|sending|read|reading|share|shared|sharing|provide|provided|forward|forwarded|text|texted|hand(?:ed)? over|say)(?: (?:you|him|her|them|the (?:caller|man|guy|agent|woman|person|rep|scammer)|someone|support|a (?:caller|stranger|man)|this person|out|over|away))+\\b~20\\b(?:{secret})\\b',
      ),
      en(
        '\\b(?:tell|give|gave|given|giving|send|sent|read|share|shared|sharing|provide|provided|forward(?:ed)?|text(?:ed)?|hand(?:ed)?)(?: out| over| away)? (?:my|the|a|an|that|our)\\b~15\\b(?:{secret})\\b~6\\b(?:to|with|over) (?:him|her|them|the|a|an|someone|somebody|you|this|that|support|strangers?|customer)',
      ),
      en(
        '\\b(?:{told}) (?:{me}) (?:to )?(?:give|read|tell|send|share|provide|forward|text|say|confirm)\\b~35\\b(?:{secret})\\b',
      ),
      en(
        '\\b(?:asking|asked|asks) (?:me |us )?for (?:my|the|our|a|her|his|your)\\b~18\\b(?:{secret})\\b',
      ),
      en(
        '\\b(?:{secret})\\b~15\\b(?:was|were|got|been|being) (?:stolen|given|shared|tricked|phished|taken)',
      ),
    ],
    unless:
      /\b(?:contactless|keypad|pin ?pad|checkout|atm)\b|\b(?:terminal|machine|reader|till|chip|website|app) (?:keeps? |always |is |just |suddenly |now )*(?:ask|want|need|request|requir|demand|reject)|(?:did|does|do|has|have) ?n[o']t ask|(?:never|not|wrong|incorrect) (?:\w+ ){0,3}(?:the |my )?(?:pin|password) (?:at|on|in)|reset/,
  },
  W9: {
    any: [
      en('\\bany ?desk|\\bteam ?viewer|\\brust ?desk|\\bquick ?assist|\\bultra ?viewer|\\btodesk'),
      en(
        '\\bscreen[- ]?shar(?:e|ed|ing)|\\bshar(?:e|ed|ing) (?:my|your|our|the|his|her|their)(?: phone| computer| laptop)? screen',
      ),
      en(
        '\\bremote (?:access|control|desktop|support app|assistance|session|viewer|app)|\\bremotely (?:control|access|connect)',
      ),
      en(
        '\\b(?:take|took|taking|have|had|has|get|got|gain\\w*)\\b~10control of (?:my|our|her|his) (?:phone|computer|pc|laptop|screen|tablet)',
      ),
      en(
        '\\b(?:access|connect|log)\\w*\\b~8\\b(?:my|our) (?:phone|computer|pc|laptop)\\b~8\\bremote',
      ),
    ],
  },
  W10: {
    any: [
      en(
        '\\b(?:text|sms|email|message|whatsapp|caller|someone|he|she|they|stranger|rep|agent)\\b~50\\b(?:click|tap|open|follow|use)\\w*\\b(?: on)?~14\\b(?<!payment |pay |invoice |receipt )link\\b',
      ),
      en(
        '\\b(?:text|sms|email|message|whatsapp|caller|someone|he|she|they|stranger)\\b~30\\b(?:sent|sends|sending|with|has|had|containing|gave|got)\\b~20(?<!payment |pay |invoice |receipt |tracking )\\blink\\b(?! to (?:pay|your receipt))',
      ),
      en('\\b(?:{told}) (?:{me})(?: to)? (?:install|download)\\b'),
      en(
        '\\b(?:text|sms|email|e-mail|message|whatsapp|dm|letter)\\b~30\\b(?:says?|saying|said|tells?|telling|asks?|asking|wants?|to)\\b~15\\b(?:install|download|log ?in|click|tap|verify|confirm my|update my|scan)',
      ),
      en(
        '\\bverify (?:my|your|our) (?:account|identity|card|details|business)\\b~30\\b(?:link|sms|text|email|website|site|click)',
      ),
      en(
        '\\b(?:link|text|sms|email|website|message|click\\w*)\\b~40\\bverify (?:my|your|our|the) (?:account|identity|card|details|business)',
      ),
      en(
        '\\b(?:unofficial|fake|phishing|suspicious|strange|dodgy|unknown|weird) (?:\\w+ )?(?:app|link|website|site|page|text|sms|email|message)',
      ),
      en('\\bphishing|\\bclicked (?:on )?(?:a|the|that|their|his) link'),
      en(
        '\\b(?:caller|someone|he|she|they|agent|rep|stranger|support|video call)\\b~50\\b(?:face|facial) (?:scan|recognition|verif\\w+)|\\b(?:scan|show|film|record) (?:my|your) face',
      ),
    ],
    unless: /\bofficial (?:app|site|website|link)|app store|play store|your app\b/,
  },
  W11: {
    any: [
      en('\\btest refund\\b~25\\b(?:asked|told|wanted|requested)'),
      en(
        '\\b(?:{stranger}|provider|acquirer|asked me|told me|asks me|asked us|told us|made me|wants me)\\b~60\\b(?:test|trial|dummy) refund',
      ),
      en(
        '\\b(?:{stranger}|provider|acquirer|asked me|told me|asks me|asked us|told us|made me)\\b~60\\b(?:test|trial|dummy) (?:transaction|payment|sale|credit|charge)\\b~40(?:revers|refund|card number|to a card|onto|send it back)',
      ),
      en('\\brevers(?:e|ing) (?:the|a|this|that) test'),
      en(
        '\\b(?:test|trial) refund~30(?:card|account)|\\btest refund~12(?:scam|real|legit|safe|normal)',
      ),
      en(
        '\\brefund\\b~35\\b(?:to|onto|on) (?:a|this|his|their|the|some) card (?:number|they|he|she)',
      ),
      en(
        '\\b(?:hit|run|push|process|key in|put through|issue|do) (?:a |the |some )?refunds?\\b~45\\b(?:card number|over the phone|he (?:gave|reads)|they (?:gave|read)|she (?:gave|reads))',
      ),
    ],
    unless: /original card|same card|\bcard (?:he|she|they) (?:paid|used|bought|tapped)/,
  },
  W12: {
    any: [
      en(
        '\\b(?:engineer|technician|repair ?man|man|woman|guy|someone|somebody|person|stranger|rep|courier|he|they)\\b~50\\b(?:swap(?:ped|ping|s)?|replac(?:e|ed|ing)|exchang(?:e|ed|ing)|took|take|taking|borrow(?:ed|ing|s)?|collect(?:ed|ing)?|pick(?:ed|ing)? up|upgrad(?:e|ed|ing)|inspect(?:ed)?)\\b~20\\b(?:{pos})\\b',
      ),
      en(
        '\\b(?:customer|shopper|buyer|man|woman|guy|he|she|client)\\b~30\\b(?:h[oe]ld(?:ing|s)?|grab(?:bed|s)?|took|takes|kept|handled|typ(?:ing|ed) on|press(?:ed|ing))\\b~18\\b(?:{pos})\\b',
      ),
      en(
        '\\b(?:unannounced|unscheduled|unexpected)\\b~25\\b(?:engineer|technician|visit|swap|replacement)',
      ),
      en(
        '\\b(?:{pos}) (?:was|has been|got|is being) (?:swapped|switched|taken away|exchanged|tampered)',
      ),
    ],
    unless:
      /when (?:will|is|does)|(?:can|could) (?:you|someone)|please (?:send|replace)|\bsend (?:a|an|me|someone)|\bbook\b|schedul(?:e|ed) (?:a|an|for)|waiting for|\b(?:i|we) need (?:a|an|someone)|how long|\b(?:that )?(?:you|we|i) (?:had )?(?:booked|sent|arranged|ordered|asked for)\b|as (?:arranged|booked|agreed)/,
  },
  W13: {
    any: [
      en(
        "\\brefund\\w*\\b~40\\b(?:to|onto|on|into) (?:a |an |another |his |her |their |my |some )?(?:(?:totally |completely )?different|another|other|second|friend'?s|wife'?s|husband'?s|sister'?s|brother'?s|someone else'?s|third[- ]party)? ?(?:bank |credit |debit )?card\\b(?<=(?:different|another|other|second|friend'?s|wife'?s|husband'?s|sister'?s|brother'?s|else'?s|third[- ]party) ?(?:bank |credit |debit )?card)",
      ),
      en(
        '\\brefund\\w*\\b~45\\b(?:not|instead of|rather than) (?:to |on )?the (?:original|same|first) card',
      ),
      en('\\b(?:another|a different|a second) card\\b~25\\bfor (?:the|his|her|a) refund'),
      en(
        "\\b(?:refund\\w*|money back|cash back|credit(?:ed)? back)\\b~20\\b(?:to|onto|on|into)~24(?:(?:mate|friend|wife|husband|partner|mum|mom|dad|brother|sister|boss|colleague|someone else|somebody else)'?s|different|another|other|new)~6(?:card|account)",
      ),
      en(
        '\\b(?:refund\\w*|money back)\\b~60\\bnot the (?:one|card) (?:he|she|they|it) (?:was )?(?:paid|used|bought|swiped|tapped)',
      ),
      en(
        '\\b(?:put|send|give|credit)\\w*\\b~12\\b(?:the|his|her|a) (?:refund|money back)\\b~12\\b(?:on|to) (?:a different|another|some other)',
      ),
    ],
    // "The old one is lost" is also the pretext of the customer who asks the shop for it.
    unless:
      /^(?!.*\b(?:customer|client|buyer|guest|shopper|he|she|caller)\b.{0,40}\b(?:wants?|asks?|asked|insists?|demands?)\b).*(?:clos(?:ed|ing)|expired|cancel+ed|(?:was|is|got|been) lost|i lost|stolen|replac(?:ed|ement)|old card|new card)/s,
  },
  W14: {
    any: [
      en(
        '\\b(?:customer|buyer|client|guest|shopper)\\b~25over ?paid\\b~30(?:difference|rest|excess|extra)',
      ),
      en(
        '\\b(?:customer|buyer|client|he|she|they|guest|shopper|someone|tourist)\\b~30\\b(?:over ?paid|over ?pays|overpaying|overpayment|paid (?:us |me )?(?:[$£€¥]?\\d[\\d,.]* )?(?:too much|more|extra)|sent (?:us |me )?(?:[$£€¥]?\\d[\\d,.]* )?(?:too much|more|extra))[^;!?\\n]{0,70}\\b(?:refund|return|send|transfer|wire|give|pay|forward|cash back|back in cash)',
      ),
      en(
        '\\b(?:refund|return|send|transfer|wire|pay|forward)\\w*\\b~20\\b(?:difference|excess|extra|surplus|overpayment|balance)\\b~35\\b(?:by (?:bank )?transfer|bank transfer|to (?:a|an|another|his|her|their) |in cash|by wire|via|zelle|venmo|western union|driver|courier|shipper)',
      ),
      en('\\b(?:ask\\w*|want\\w*|told|tells?)\\b~25\\b(?:to )?over ?charge'),
      en('\\b(?:transfer|wire|send)\\w*\\b~14\\b(?:difference|excess|surplus|overpayment)\\b'),
      en(
        '\\bover ?paid\\b~40\\b(?:wants?|asks? for|asked for|asking for|demands?)\\b~10(?:difference|excess|extra|change|rest)\\b',
      ),
      en(
        '\\b(?:wants?|asks?|asked|asking|told|insists?|begs?)\\b~24\\b(?:transfer|wire|send|pay|give|refund|return)\\b~14\\b(?:extra|difference|excess|surplus|overpayment|rest of it|balance)\\b',
      ),
    ],
  },
  W15: {
    any: [
      en('\\bkey(?:ed|ing)?(?: in)?\\b~15card (?:number|details)\\b~25(?:phone|caller|call)'),
      en(
        '\\b(?:caller|on the phone|over the phone|banker|customer|he|she|they|someone|told|asked|asks|insists?|wants?)\\b~50\\b(?:hand[- ]?key|key(?:ed|ing)? (?:in|it|the card|his card|her card)|manually (?:enter|key|type)|(?:enter|type)\\w* (?:the |his |her |a )?card (?:number|details) (?:manually|by hand|over))',
      ),
      en('\\bhand[- ]?keyed?\\b~40\\b(?:phone|caller|customer (?:insist|ask|want)|approval|fake)'),
      en('\\bforced?[- ]?(?:post(?:ed)?|sale|capture|approval|authori[sz]ation)\\b'),
      en(
        '\\b(?:caller|call(?:ed)?|phone|customer|he|she|they|someone|fake|banker?)\\b~50\\b(?:offline|off-line|manual|override|force) (?:approval|authori[sz]ation|auth)(?: code)?',
      ),
      en('\\bfake bank(?:er)?\\b'),
      en(
        '\\b(?:caller|phone|rang|called|he|she|they|someone)\\b~70\\b(?:punch|type|typing|put|enter|input)\\w*\\b~10\\bcard (?:number|details|no)\\b~20(?:manual|by hand|yourself)',
      ),
      en('\\b(?:approval|authori[sz]ation|auth) code\\b~25\\b(?:over|on|by) the phone'),
      en(
        '\\b(?:customer|he|she|buyer|shopper|man|guy|woman)\\b~25\\b(?:gave|gives|handed|put|read)\\b~25\\b(?:approval|authori[sz]ation|auth) code',
      ),
    ],
  },
  W16: {
    any: [
      en(
        '\\b(?:someone|somebody|he|she|they|lawyer|hacker|agent|agency|firm|expert|investigator|stranger|caller|man|woman|company|website)\\b~45\\b(?:can|could|will|would|promis\\w+|offer\\w*|claim\\w*|says?|said|guarantee\\w*)\\b~25\\brecover',
      ),
      en(
        '\\b(?:lawyer|hacker|stranger|investigator|expert|firm|agency)\\b~45\\b(?:can|could|will|would|promis\\w+|offer\\w*|claim\\w*|says?|said|guarantee\\w*)\\b~25\\b(?:get|bring|win|trace)\\b~25\\b(?:back|money|funds)',
      ),
      en('\\brecovery (?:agent|firm|company|service|expert|specialist|fee|hacker|team)'),
      en(
        '\\b(?:pay|fee|upfront|deposit|commission)\\b~40\\b(?:recover|retrieve)\\b~20\\b(?:lost|stolen|scammed|my|the)\\b~8(?:money|funds|loss)',
      ),
      en(
        '\\b(?:pay|fee|upfront|deposit|commission)\\b~40\\bget\\b~12\\b(?:lost|stolen|scammed) (?:money|funds) back',
      ),
      en(
        '\\b(?:recover|retrieve|get back|trace)\\b~30\\b(?:lost|stolen|scammed|my)\\b~8(?:money|funds|loss)\\b~40\\b(?:for a fee|fee|upfront|commission|percent|%|if i pay|pay first)',
      ),
      en(
        '\\b(?:he|she|they|someone|somebody|a man|a woman)\\b~25\\b(?:can|could|will|would|promis\\w+|offer\\w*)\\b~8get (?:my|the|our|your)~10\\b(?:scam(?:med)?|lost|stolen) (?:money|funds) back',
      ),
      en('\\b(?:we|i) can recover your (?:money|funds|loss)'),
    ],
    unless: /can (?:someone|you|anyone) (?:help|recover)|your (?:support|team) (?:can|could|will)/,
  },
  W17: {
    any: [
      en(
        '\\blet(?:ting)? (?:someone|other people|others|a friend|friends)\\b~12\\b(?:run|process|swipe|put)\\b~20through (?:my|our)',
      ),
      en(
        '\\blaunder(?:ing)?\\b~12(?:money|cash|funds)|\\bmoney laundering\\b~15\\b(?:through|with|via)',
      ),
      en(
        '\\b(?:rent(?:ing|ed)?|lend(?:ing)?|lent|loan(?:ing|ed)?|sell(?:ing)?|sold|hir(?:e|ing)|leas(?:e|ing|ed))(?: out)? (?:him |her |them |someone )?(?:my|our)(?: \\w+){0,2} (?:account|terminal|machine|reader|pos|qr code|bank card|licen[sc]e|card)\\b',
      ),
      en(
        '\\b(?:someone|friend|stranger|man|guy|he|she|they|company|broker|person)\\b~40\\b(?:rent|borrow|buy|lease)(?:s|ed|ing)? (?:my|our)(?: \\w+){0,2} (?:account|terminal|machine|reader|pos|qr code)\\b',
      ),
      en(
        '\\b(?:wants?|asked|asks|offers?|offered|needs?|can)\\b~20\\b(?:borrow|rent|hire|lease|buy)\\b~6\\b(?:my|our)(?: \\w+){0,2} (?:account|terminal|machine|reader|pos|qr code)\\b',
      ),
      en(
        '\\b(?:wants?|asked|asks|lets?|letting|paid|pays?|offers?|offered)\\b~25\\b(?:to )?use (?:my|our)(?: \\w+){0,2} (?:account|terminal|machine|reader|pos|qr code)\\b',
      ),
      en(
        '\\brent(?:ing)? out (?:your|my|our|an?|the)(?: \\w+){0,2} (?:account|terminal|pos|qr code)|\\bmoney mules?\\b',
      ),
      en(
        "\\b(?:pass|run|put|process|push|take)(?:ing|ed)?\\b~10\\b(?:his|her|their|other people'?s|someone else'?s|a friend'?s|strangers'?) (?:payments?|money|sales?|transactions?|takings|customers?)\\b~12\\bthrough (?:my|our)",
      ),
    ],
  },
}
