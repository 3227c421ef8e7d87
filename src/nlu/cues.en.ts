import { type CuePattern, eitherOf } from './cue-pattern.ts'
import { companyNames } from './providers.ts'

const no =
  "(?:not|never|no|didn't|did not|don't|do not|hasn't|has not|haven't|have not|wasn't|was not|isn't|is not|weren't|without)"

/** Statements as English-speaking customers make them. */
export const englishCues: readonly CuePattern[] = [
  {
    cue: 'bank_debited',
    says: /[$£€¥] ?\d[\d.,]* (?:was |were |got |has been |been )?(?:debited|deducted|taken)\b|\b(?:money|funds|amount|payment|it|cash)\b.{0,16}\b(?:left|taken|gone|debited|deducted|came out|come out|been taken|went out|withdrawn)\b|\b(?:card|account|customer|i|he|she|they|client)\b.{0,12}\b(?:was|were|got|been|is|has been|still)?\s?(?:charged|debited|billed)\b|\b(?:bank|text|sms|(?<!your )app|statement)\b.{0,30}\b(?:shows?|says?|confirm\w*)\b.{0,24}\b(?:charge[ds]?|debit(?:ed)?|(?<!not )paid|payment|taken|purchase|deduct\w+|pending)\b|\b(?:took|takes|(?<!(?:can't|cannot|can not|couldn't|to|unable to) )take|deducted|debited) (?:the |my |out )?(?:money|funds|cash|payment(?!s)|amount)|(?<!(?:^|[.,;!?]|\b(?:i|we|have|ive|i've|we've|shop|just|and|also|to))\s*)\b(?:took|takes|deducted|debited) (?:out )?[$£€¥]?\d|\b(?:phone|bank|app|text|sms)\b.{0,12}\b(?:pinged|buzzed|notified|alerted|told)\b.{0,24}\b(?:charged|debited|paid|payment|taken|purchase)\b/,
    unless: new RegExp(
      `\\b${no}\\b.{0,12}\\b(?:charged|debited|taken|deducted|billed|left|charge|take|took|come out)\\b|\\bfees?\\b|\\b(?:scam|fraud)ster\\b|\\bcharged a fee\\b|\\bwill (?:i|it) be charged\\b|\\b(?:was|were|am|is) (?:i|he|she|they|it) charged\\?`,
    ),
  },
  {
    cue: 'bank_not_debited',
    says: /\b(?:not|never|wasn't|hasn't|haven't|isn't|didn't|weren't|did not|was not|has not)\b.{0,14}\b(?:charged|debited|deducted|billed|taken from|take (?:the |any )?money|charge (?:me|my|the|him|her)|taken (?:any|the) money|left my account|come out)\b|\bno (?:money|funds|charge|debit)\b.{0,20}\b(?:left|taken|debited|deducted|went out|on my (?:card|account|statement)|came out|at the bank)\b|\bbank (?:says|shows) (?:no|nothing)\b.{0,24}\b(?:taken|charged|debited|left|charge|debit|out)\b|\bbalance (?:is|did|has|hasn't|didn't)\b.{0,10}\b(?:unchanged|not change|changed|change|the same|same)\b|\bmoney is still (?:there|in my account|on my card)\b/,
  },
  {
    cue: 'no_slip',
    says: /\b(?:no|without (?:a|any)|zero) (?:receipt|slip|paper|ticket|voucher|printout)\b|\b(?:nothing|not|didn't|did not|never|wouldn't|won't|doesn't|hasn't|wasn't)\b.{0,14}\bprint(?:ed|ing|s)?\b|\b(?:receipt|slip)\b.{0,12}\b(?:didn't|never|did not|wasn't|was not|hasn't)\b.{0,12}\b(?:come|came|print(?:ed)?|out|appear|given)\b|\bprinted nothing\b|\bnothing came out\b|\b(?:never|didn't|did not) (?:get|got|give|gave|receive|received) (?:me )?(?:a|any|the) (?:receipt|slip)\b/,
    unless:
      /\b(?:receipt|slip) (?:did|was) print(?:ed)?\b|\bkeep (?:the|my) (?:receipt|slip)\b|\bno receipt needed\b/,
  },
  {
    cue: 'slip_approved',
    says: /\b(?:slip|receipt|terminal|machine|screen|reader|it|printout)\b.{0,14}\b(?:says?|said|shows?|showed|shown|printed|reads?|marked|was|came out)\b.{0,12}\b(?:approved|successful|success|accepted|completed|authori[sz]ed)\b|\b(?:slip|receipt) (?:was |did |got )?(?:print(?:ed)?|came out)(?: (?:fine|ok|normally))?\b|\b(?:have|got|kept) (?:the|a|my) (?:\w+ )?(?:slip|receipt)\b|\b(?:sale|transaction|payment) (?:was |is )?(?:approved|successful|went through)\b|\bapproved (?:slip|receipt|on the (?:terminal|machine|screen))\b/,
    unless: new RegExp(
      `\\b${no}\\b.{0,14}\\b(?:approved|successful|accepted|print(?:ed)?|came|come|success|complete[d]?|authori[sz]ed|have|got|get|gone|go|go through)\\b|\\bno (?:slip|receipt)\\b|\\bunsuccessful\\b|\\bdid (?:it|the)\\b|\\bwas it\\b|\\bdo you have\\b|\\brefund\\b`,
    ),
  },
  {
    cue: 'slip_declined',
    says: /\b(?:was|were|is|got|been|says?|said|shows?|showed|printed|came up|came back|keeps?|displays?)\b.{0,14}\b(?:declined?|declining|rejected|refused|failed|not approved|unsuccessful|not authori[sz]ed|insufficient funds|error)\b|\b(?:card|payment|transaction|sale|terminal|machine) (?:declined|rejected|refused|failed)\b|^\s*declined\b/,
    unless:
      /\b(?:not|never|wasn't|isn't|didn't|hasn't) (?:been |get |say )?(?:declined?|rejected|refused|fail(?:ed)?)\b|\brefund (?:was |is |request )*(?:rejected|refused|declined|failed)\b|\bpayout failed\b|\b(?:shop|merchant|they|hotel|store) (?:refused|declined)\b/,
  },
  {
    cue: 'slip_other_name',
    says: eitherOf(
      new RegExp(
        `\\b(?:slip|receipt)\\b.{0,10}\\b(?:says|shows|is from|has|reads)\\b.{0,8}\\b(?:${companyNames('acquirer')})\\b`,
      ),
      /\b(?:slip|receipt|statement|printout)\b.{0,30}\b(?:different|another|other|wrong|someone else's|unknown|strange)\b.{0,16}\b(?:name|business|shop|store|merchant|company)\b|\b(?:slip|receipt)\b.{0,24}\b(?:is not|isn't|not|doesn't (?:show|match|have))\b.{0,10}\b(?:my|our|us|ours|mine)\b|\b(?:name|merchant|business)\b.{0,16}\bon (?:the|my|our) (?:slip|receipt)\b.{0,20}\b(?:is not|isn't|doesn't match|does not match|wrong|different|not (?:ours|mine|our|my)|someone else|another)\b|\b(?:shop|business|store|merchant|company)(?:'s)? name\b.{0,16}\b(?:is not|isn't|not) (?:mine|ours|me|us)\b|\b(?:merchant )?name (?:does not|doesn't) match\b|\bwrong (?:merchant|business|shop|store) name\b|\bon (?:the|my|our) (?:slip|receipt)\b.{0,12}\b(?:company|acquirer|processor|provider)\b.{0,10}\b(?:is called|called|named|says)\b|\b(?:company|acquirer|processor|provider) (?:name )?on (?:the|my|our) (?:slip|receipt) (?:is called|is named|says|reads)\b/,
    ),
    unless: /\bis it\b.{0,10}\bdifferent\b/,
  },
  {
    cue: 'slip_name_matches',
    says: /\b(?:slip|receipt)\b.{0,20}\b(?:shows?|has|says?|have|with|is|carries)\b.{0,6}\b(?:my|our) (?:\w+ )?(?:name|business|shop|store|company)\b|\bname\b.{0,16}\b(?:on (?:the|my) (?:slip|receipt) )?(?:matches|is (?:right|correct|ours|mine|the same|our|my)|match(?:es)? (?:my|our))\b|\b(?:right|correct|our|my) (?:\w+ )?name (?:is )?on (?:the|it|my)\b|\bit(?:'s| is) (?:my|our) (?:shop|business|store|company)(?:'s)? name\b/,
    unless: /\b(?:not|isn't|doesn't|does not|different|wrong)\b/,
  },
  {
    cue: 'not_my_transaction',
    says: /\b(?:i|we) (?:definitely |certainly )?(?:didn't|did not|never) (?:make|made|do|did|authori[sz]e[d]?|buy|bought|use[d]?|swipe[d]?|approve[d]?) (?:this|that|it|any|anything (?:from|at|in|there|for)|the|a|my card|such|these|those)\b|(?<!name.{0,12})\b(?:wasn't|was not|isn't|is not|not) (?:me|mine|my (?:transaction|purchase|charge|payment))\b|\b(?:don't|do not) recogni[sz]e\b|\b(?:someone|somebody|a stranger)(?: else)?(?: (?:in|from|over in) (?:\w+ ){1,3})? ?(?:'?s |has |have |is |keeps )?(?:been )?(?:used|using|charged|cloned|spending on|paid with|paying with|shopping with) my (?:credit |debit |bank )?card\b|\bmy (?:wallet|purse|bag|handbag|card)\b.{0,16}\b(?:nicked|stolen|pinched|swiped|snatched|lost)\b.{0,60}\b(?:used|using|charges|payments|spent|spending|purchases)\b|\bunauthori[sz]ed (?:charge|payment|transaction|purchase|use)\b|\bmy card was (?:used without|stolen|cloned)\b|\bnever been (?:to|in|there)\b|\b(?:shop|store|place|merchant|company) i (?:don't|dont|do not|never|didn't) (?:know|knew|recogni[sz]e|use[d]?|been|visit(?:ed)?)\b|\bi have no idea what (?:this|that) (?:charge|payment) is\b/,
    unless: /\bdidn't make it (?:to|in)\b|\bwas it me\b|\brefunds?\b/,
  },
  {
    cue: 'charged_twice',
    says: /\b(?:charged|billed|debited|paid|swiped|taken|took|tapped|deducted|ran|run|came out|went through|appears?|shows?)\b.{0,24}\b(?:twice|two times|2 times|2x|double|three times)\b|\bdouble[- ](?:charged?|billed|payment|debited)\b|\b(?:two|2) (?:identical|same|equal|matching|duplicate)\b.{0,4}\b(?:charges|payments|debits|transactions)?\b|\bduplicate (?:charge|payment|transaction|debit)\b|\b(?:two|2) (?:charges|payments|debits)\b.{0,12}\b(?:for (?:the same|one)|same|instead of one)\b|\bboth went through\b|\bdouble[- ]?(?:dipped|dipping|billed|charging)\b|\bbilled? (?:\w+ ){0,3}double\b|\b(?:two|2) (?:charges|payments|debits|transactions|lines) (?:of|for) [$£€¥]?\d|[$£€¥]?\d[\d.,]*(?: \w+)? ?x ?2\b|\b(?:same (?:amount|payment|charge)|charge|payment) (?:\w+ )?(?:two times|twice)\b/,
    unless:
      /\b(?:not|never|wasn't|isn't|didn't)\b.{0,10}\b(?:twice|double|duplicate|two times)\b|\bdeclined twice\b/,
  },
  {
    cue: 'old_account_closed',
    says: /\b(?:old|previous|former|that|other) (?:bank )?(?:account|card)\b.{0,14}\b(?:closed|shut|cancell?ed|gone|no longer)\b|\bclosed (?:that|the old|my old) (?:bank )?(?:account|card)\b/,
  },
  {
    cue: 'paid_by_person',
    says: /\b(?:agent|rep|salesman|sales ?person|sales rep|partner|reseller|someone|a person|an individual|individual|private person|stranger|a guy|guy)\b.{0,24}\b(?:transfers?|transferred|pays?|paid|sends?|sent|wires?|venmos?|zelles?|deposits?)\b.{0,16}\b(?:me|us|my money|the money|our money|my payouts?|settlements?|payouts?)\b|\b(?:paid|payouts?|money|settlements?|deposits?|transfers?|takings)\b.{0,44}\b(?:comes?|came|from|by)\b.{0,16}\b(?:a personal account|(?:\w+(?:'s)? ){0,3}(?:personal|private|own) (?:bank )?account|an individual|a person|private account|the agent|the rep|the salesman|a stranger|someone's account|a random person|a trading company)\b|\bsender (?:is|was|shows|name is) an? (?:individual|person|private|personal)\b/,
    unless:
      /\b(?:asked|told|wants?|asks) me to\b|\bcustomer\b.{0,10}\b(?:paid|pays)\b|\bnot (?:paid )?(?:by|from) (?:a|an|the)\b(?! (?:payment|licen|proper|registered|real|bank|acquirer|official))/,
  },
  {
    cue: 'activation_fee',
    says: /\bactivation\b.{0,12}\b(?:fee|deposit|charge|payment|swipe)\b|\b(?:fee|deposit|pay|paid|swiped?|charged?)\b.{0,24}\b(?:to activate|activate|activating|for activation|activation)\b|\b(?:terminal|machine|reader|pos)\b.{0,10}\bdeposit\b|\bdeposit for the (?:terminal|machine|reader|pos)\b|\b(?:sim|data|traffic) fee\b|\bunlock(?:ing)? fee\b|\bset-?up fee\b|(?<![\d.,])(?:99|199|299)(?![\d.,]).{0,12}\bto (?:start|unlock|open)\b/,
    unless: /\bno activation\b|\bwithout (?:an? )?activation\b|\bhotel|rental\b/,
  },
  {
    cue: 'terminal_fault',
    says: /\b(?:terminal|machine|reader|pos|printer|screen|device|pin pad|pinpad)\b.{0,16}\b(?:broken|broke|froze|frozen|crashed|dead|died|stuck|not working|doesn't work|does not work|not turn|won't|wont|black|rebooting|reboots|restart(?:s|ing|ed)|faulty|jammed|hung|cracked|stopped working|malfunction\w*|not respond\w*|unresponsive|shut ?down|shuts down|powered off|ran out of (?:paper|battery))\b|\b(?:broken|faulty|dead|frozen) (?:terminal|machine|reader|pos|printer)\b|\bout of paper\b|\bpaper jam\b|\b(?:can't|cannot|won't|not) read(?:ing)? (?:the |any |my )?(?:card|chip)s?\b/,
    unless: /\b(?:not broken|works fine|working fine|is working|isn't broken|nothing wrong with)\b/,
  },
  {
    cue: 'network_fault',
    says: /\bno (?:signal|internet|network|connection|wifi|wi-fi|reception)\b|\b(?:wifi|wi-fi|internet|signal)\b[^,.;!?]{0,28}\b(?:is|was|keeps|gets|so|very|too) (?:so |very |too |really )?(?:weak|bad|poor|slow|unstable)\b|\b(?:network|internet|wifi|wi-fi|connection|signal|line|broadband)\b.{0,16}\b(?:down|dropped|drops|lost|bad|poor|weak|slow|unstable|cut|out|failed|failing|died|problem|issue|timed out|error|went)\b|\b(?:lost|losing|loses|bad|poor|weak|dropped|no) (?:the |our |my )?(?:connection|signal|network|internet|wifi)\b|\b(?:can't|cannot|won't|couldn't|unable to) connect\b|\bconnect(?:ion)? (?:error|failed|timed out)\b|\b(?:wifi|wi-fi|internet|signal|network|reception)\b.{0,24}\b(?:weak|bad|poor|slow|unstable)\b/,
    unless:
      /\b(?:network|internet|wifi|connection|signal) (?:is|was) (?:fine|good|ok|okay|stable)\b|\bcard network\b/,
  },
  {
    cue: 'account_changed',
    says: /\b(?:changed|switched|updated|replaced|moved|swapped|edited)\b.{0,16}\b(?:banks?|account|settlement (?:card|account)|bank details|payout (?:account|details)|card for payouts?)\b|\bnew (?:bank )?account\b|\bnew bank(?: details)?\b|\b(?:bank|account|details)\b.{0,10}\b(?:was|were|has been|have been|got)\b (?:recently )?(?:changed|updated|switched)\b/,
    unless:
      /\b(?:not|never|haven't|didn't|hasn't|have not|did not|has not|no)\b.{0,10}\b(?:changed?|switch(?:ed)?|updated?|replaced?|new)\b|\bhow (?:do|can) i (?:change|update)\b|\bopen a new\b|\bdid (?:you|i) change\b/,
  },
  {
    cue: 'account_not_changed',
    says: /\b(?:not|never|haven't|didn't|hasn't|have not|did not|has not)\b.{0,8}\b(?:changed?|switch(?:ed)?|updated?|replaced?|touch(?:ed)?|edit(?:ed)?)\b.{0,16}\b(?:bank|account|details|settlement|anything)\b|\bsame (?:bank )?account\b(?: as (?:always|before))?|\baccount (?:is|has been) the same\b|\bstill the same (?:bank|account)\b|\b(?:account|details|bank)\b.{0,10}\b(?:hasn't|haven't|not|never) (?:been )?(?:changed|updated)\b|\bno changes? to (?:my|our|the) (?:bank|account|details)\b/,
  },
  {
    cue: 'documents_requested',
    says: /\b(?:asked?|asking|asks|want|wants|wanted|need|needs|requested?|requesting|require[ds]?|told)\b.{0,24}\b(?:documents?|paperwork|invoices?|proof|id|licen[cs]e|contracts?|bank statements?|papers|verification|evidence)\b/,
    unless:
      /\b(?:apply|application|get a (?:terminal|reader)|open a merchant account|sign up|chargeback|dispute|retrieval|slip request)\b|\b(?:didn't|did not|never|not|hasn't|haven't|no one|nobody)\b.{0,6}\b(?:ask|asked|request|requested|want|need)\b|\b(?:already |have |i |we )?(?:sent|submitted|uploaded|provided|supplied)\b/,
  },
  {
    cue: 'documents_submitted',
    says: /\b(?:sent|submitted|uploaded|provided|supplied|emailed|gave|given|handed in)\b.{0,24}\b(?:documents?|paperwork|invoices?|proof|id|licen[cs]e|contracts?|bank statements?|papers|everything (?:you|they) asked)\b|^[^a-z]*(?:but |yes,? |yeah,? |well,? )?(?:i|we)(?:'ve| have)? (?:already )?(?:sent|submitted|uploaded|emailed|handed in|provided) (?:them|those|everything|all of (?:them|it))(?: all)?(?: (?:already|in|over|to you|yesterday|last \w+|\w+ (?:days?|weeks?) ago))*[^a-z]*$|\b(?:documents?|paperwork|invoices?|papers|licen[cs]e)\b.{0,14}\b(?:have been|were|was|are|already|been|got)\b.{0,8}\b(?:sent|submitted|uploaded|provided|supplied|in)\b/,
    unless:
      /\b(?:not|never|haven't|didn't|hasn't|have not|did not|yet to)\b.{0,8}\b(?:sent|send|submit(?:ted)?|upload(?:ed)?|provided?|been (?:sent|submitted|uploaded))\b|\bscam|fraud|caller|stranger\b/,
  },
  {
    cue: 'refund_agreed',
    says: /\b(?:shop|store|merchant|hotel|seller|restaurant|they|retailer|company|manager|airline|owner|he|she)\b.{0,14}\b(?:says?|said|agreed|promised|approved|confirmed|claims?|told me|accepted|issued|processed|has|have|already|did)\b.{0,20}\brefund(?:ed|s)?\b|\brefund (?:was |has been |is )?(?:approved|agreed|issued|processed|confirmed|promised|completed|accepted)\b|\b(?:merchant|shop|store|hotel|they|seller) (?:have |has |already )*refunded\b|\b(?:we|i) (?:have |already )*refunded (?:the|my|a|our|him|her) ?(?:customer|client|guest)?\b/,
    unless:
      /\b(?:refuse[sd]?|won't|will not|wouldn't|not|never|no|denied|didn't|don't|rejected)\b.{0,14}\b(?:to )?(?:give|issue|agree|refund(?:ed)?|approve[d]?|accept(?:ed)?|processed|a refund)\b|\brefund (?:was |is )?(?:refused|denied|rejected)\b|\btest refund\b/,
  },
  {
    cue: 'refund_to_other_card',
    says: /\brefund(?:ed|s|ing)?\b.{0,30}\b(?:different|another|other|someone else's|wrong|new|friend's|his own|her own) (?:\w+ )?(?:card|account)\b|\b(?:different|another|other) card\b.{0,20}\brefund(?:ed)?\b|\b(?:difference|change|overpayment|money back)\b.{0,20}\b(?:another|different|other) (?:card|account)\b|\bnot (?:to )?the original card\b/,
    unless:
      /\b(?:not|never|don't|won't|can't|cannot|didn't) (?:be )?refund(?:ed)? (?:it )?(?:to|on) (?:a|an)?\s?(?:different|another|other)\b/,
  },
  {
    cue: 'refund_without_sale',
    says: /\brefund(?:ed|s)?\b.{0,30}\b(?:without|no|with no|never had|missing)\b.{0,10}\b(?:sale|purchase|original|matching|transaction|payment)\b|\b(?:no|without|never)\b.{0,10}\b(?:sale|purchase|matching sale|original sale)\b.{0,24}\brefund|\btest refund\b|\brefund(?:s|ed)? (?:that )?(?:i|we) (?:never|didn't|did not) (?:sold|sell|make|do|process)\b|\brefund for (?:something|a sale|an item) (?:i|we) never sold\b|\brefunds? out of nowhere\b|\bnever (?:sold|bought) (?:anything|it).{0,20}\brefund|\brefunds?\b.{0,60}\b(?:card|customer|person|someone) (?:that|who|which) (?:has |have )?never (?:bought|paid|spent|shopped|been)\b|\brefunds?\b.{0,80}\b(?:none of (?:my|our|us)|nobody (?:here|on)|no ?one (?:here|on)|not (?:one of )?(?:my|our) staff)\b/,
    unless: /\bno refund\b/,
  },
  {
    cue: 'original_line_gone',
    says: /\b(?:original|first|old|the|that|pending|initial) (?:charge|payment|transaction|line|purchase|debit|sale|entry)\b.{0,16}\b(?:disappeared|vanished|gone|dropped off|removed|no longer (?:there|shows?|showing|visible|on)|not there anymore|fell off|went away|isn't there)\b|\b(?:charge|payment|transaction|purchase) (?:has )?(?:disappeared|vanished|dropped off)\b|\b(?:can't|cannot|no longer) (?:see|find) the (?:original|first) (?:charge|payment|transaction|line|purchase)\b/,
    unless:
      /\bstill (?:there|shows)\b|\bhas not (?:disappeared|vanished)\b|\bhasn't (?:disappeared|vanished|dropped)\b/,
  },
  {
    cue: 'both_lines_present',
    says: /\bboth (?:lines|entries|transactions|of them|the charge and (?:the )?refund|charge and refund|the (?:sale|payment|purchase) and (?:the )?refund|appear|show|are)\b.{0,20}|\b(?:charge|purchase|sale|payment|debit) and (?:the |a |its )?refund (?:both |are both )?(?:show|appear|there|are (?:there|on)|visible)\b|\b(?:see|have|shows?) (?:both )?(?:the|a) (?:charge|purchase|debit|payment) and (?:the|a) (?:refund|credit)\b|\b(?:original|first) (?:charge|payment|line|purchase) is still (?:there|on|showing)\b|\bone (?:debit|charge) and one (?:credit|refund)\b/,
    unless:
      /\bnot both\b|\bboth went through\b|\bboth (?:are |were )?(?:declined|charges|charged)\b/,
  },
  {
    cue: 'voided_by_merchant',
    says: /\b(?:i|we|cashier|clerk|shop|merchant|staff|waiter|they|store|employee|manager|he|she|server|colleague)\b.{0,16}\b(?:voided|cancell?ed|reversed|did a void)\b.{0,12}(?:\b(?:it|the|that|this|sale|transaction|payment|mistake|charge)\b|$)|\b(?:pressed|hit|pushed) (?:the )?(?:cancel|void)\b|\b(?:sale|transaction|payment|it) (?:was|got|has been) (?:voided|cancell?ed by)\b|\bdid a void\b|\bvoid(?:ed)? (?:slip|receipt)\b/,
    unless:
      /\b(?:not|never|didn't|haven't|can't|cannot|wasn't|hasn't)\b.{0,8}\b(?:void(?:ed)?|cancel(?:l?ed)?|revers(?:e|ed))\b|\bhow (?:do|can|to)\b|\bcancell?ed (?:my|the|our) (?:order|booking|reservation|subscription|complaint)\b|\bpayout\b/,
  },
  {
    cue: 'weekly_or_manual_payout',
    says: /\b(?:weekly|monthly|fortnightly|biweekly|manual|manually|once a (?:week|month)|every (?:week|month|monday|friday))\b.{0,16}\b(?:payouts?|settlements?|paid|withdraw\w*|transfers?|deposits?|schedule|settled)\b|\b(?:payouts?|settlements?|paid|withdraw\w*|transfers?|settled|schedule|deposits?)\b.{0,16}\b(?:weekly|monthly|manual|manually|fortnightly|once a (?:week|month)|every (?:week|month))\b|\b(?:forgot|have) to (?:withdraw|press withdraw|request (?:a )?(?:payout|withdrawal)|cash out)\b|\b(?:below|under|minimum) (?:the )?(?:minimum|payout|payout amount|threshold)\b|\bwithdraw (?:it )?(?:myself|by hand|manually)\b/,
    unless: /\bnot (?:weekly|monthly|manual)\b|\b(?:weekly|monthly) fee\b/,
  },
  {
    cue: 'first_payout',
    says: /\bfirst (?:ever )?(?:payout|settlement|deposit|sale|transaction|payment|transfer|time (?:using|taking|i|we)|week|day)\b|\b(?:just|recently|only just|newly) (?:signed up|opened|started|joined|activated|set up|got (?:the|my|our) (?:terminal|machine|reader|account))\b|\bnew (?:merchant|customer|shop|store|seller|terminal|user)\b|\bbrand new (?:account|merchant|shop)\b|\bnever (?:been|had|got|received) (?:a )?(?:paid|payout|deposit)(?: from you)? before\b|\bstarted (?:last|this) (?:week|month)\b/,
    unless:
      /\bnot (?:my|our|the) first\b|\bisn't (?:my|our|the) first\b|\b(?:always|previous(?:ly)?|earlier) (?:payouts|worked|fine|came)\b|\bnew shop need\b|\b(?:for|need|want|get|order|buy|rent|ordered|replacement) (?:an? |the |my )?new (?:terminal|customer)\b|\bthe first (?:one|charge|time it)\b/,
  },
  {
    cue: 'offline_sale',
    says: /\b(?:offline|off-line|store and forward|stored)\b.{0,14}\b(?:sale|mode|transaction|payment|card|swipe)s?\b|\b(?:sale|transaction|payment|swiped?|took|taken|ran|accepted|was|were|processed|charged|working)\b.{0,24}\boffline\b|\b(?:not|hasn't|haven't|never) (?:been |yet )?(?:uploaded|synced|sync)\b|\bno (?:internet|signal|connection) when (?:i|we) (?:swiped|took|ran|charged)\b/,
    unless:
      /\bnot (?:an )?offline\b|\bwhat is (?:an )?offline\b|\bterminal is offline\b|\boffline approval\b/,
  },
  {
    cue: 'preauth',
    says: /\bpre-?\s?auth(?:ori[sz](?:ation|ed|e))?s?\b|\bauthori[sz]ation hold\b|\b(?:hotel|rental|car hire|gas station|fuel|pump|check-?in)\b.{0,24}\b(?:hold|held|deposit|block(?:ed)?|reserved|authori[sz]ed)\b|\b(?:hold|held|deposit|blocked|reserved)\b.{0,24}\b(?:hotel|rental|car hire|gas station|fuel|pump|check-?in)\b|\bsecurity deposit\b/,
    unless: /\bnot a pre-?auth|\bwhat is an? pre|\bwhat does (?:an? |the )?pre-?auth\w* mean\b/,
  },
  {
    cue: 'shop_closed_or_refuses',
    says: /\b(?:shop|store|merchant|hotel|seller|restaurant|company|retailer|they|business|owner|manager|it)\b.{0,16}\b(?:refuse[sd]?|won't|will not|wouldn't|closed down|has closed|is closed|shut down|went (?:bust|bankrupt|out of business)|ignor(?:es?|ed|ing)|doesn't answer|don't answer|not answering|unreachable|denies|denied|disappeared|gone out of business|no longer exists?|bankrupt|rejects?|rejected)\b|\b(?:can't|cannot|can not|couldn't|unable to) (?:reach|contact|get hold of|find) (?:the )?(?:shop|store|merchant|hotel|seller|restaurant|them|company|owner)\b|\bno (?:answer|reply|response) from the (?:shop|store|merchant|hotel|seller)\b/,
    unless:
      /\b(?:not refused|didn't refuse|hasn't closed|not closed)\b|\b(?:machine|terminal|reader|screen|printer|it) (?:won't|will not|refuses)\b(?!.{0,10}refund)/,
  },
  {
    cue: 'loss_happened',
    says: /\b(?:i|we)\b.{0,12}\b(?:already |just |have |had )?(?:sent|transferred|wired|paid|moved)\b.{0,20}\b(?:him|her|them|scammers?|fraudsters?|safe account|to (?:a|the|that) (?:account|caller|guy|man|person))\b|\b(?:scammed|conned|tricked|defrauded|cheated|robbed)\b.{0,14}\b(?:out of|of|for|me|us|\$?\d|and|by|$)|\b(?:i|we)(?:'ve| have)?(?: just| been)* (?:got |been |was |were )?(?:scammed|defrauded|conned|tricked|robbed)\b|\b(?:stole|stolen|emptied|drained|took|taken)\b.{0,20}\b(?:my (?:money|savings|account)|from (?:my|our) account|all)\b|\blost\b.{0,12}(?:[$£€¥]?\d|money|thousands?|everything|my savings)|\bmoney (?:is |was |has been )?stolen\b|\bmy money (?:is|was|has been|has) gone\b(?!.{0,60}\b(?:shop|till|terminal|machine|fail|declin|receipt|slip))/,
    unless:
      /\b(?:haven't|have not|didn't|did not|not|never|don't|should i|asked me to|wants me to|told me to|avoid)\b.{0,12}\b(?:sent|send|transfer(?:red)?|pay|paid|lost|lose|moved?|wired?|been scammed|get scammed|given)\b|\b(?:lost|stole) (?:my |the )?(?:card|slip|receipt|copy|connection|signal)\b|\bterminal|receipt\b.{0,10}\blost\b|\bsent (?:them|those)(?: all| both)?(?: (?:already|off|in|over|through|again|to you|yesterday|today|last \w+|on \w+|\w+ (?:days?|weeks?) ago))*[^a-z]*$|\byou(?:'ve|'re| are| have| people| guys| lot| all| thieves| crooks| scammers| robbers| bastards| just)* (?:stole|took|taken|robbed|stealing|steal|nicked)\b|\b(?:took|taken|debited)\b.{0,24}\b(?:twice|two times|2 times|2x|double)\b|\b(?:machine|reader|till|atm|pos) (?:just |has |have |still )?(?:took|taken)\b/,
  },
  {
    cue: 'card_data_given',
    says: /\b(?:gave|told|sent|shared|given|read|entered|typed|texted|provided|put in|filled in|disclosed)\b.{0,30}\b(?:code|otp|pin|password|cvv|cvc|card (?:number|details|info)|passcode|security code|bank details|login)\b|\b(?:code|otp|pin|password|cvv|card (?:number|details))\b.{0,14}\b(?:was|were|i) (?:given|shared|gave|told|sent)\b|\b(?:shared|let (?:him|her|them)(?: \w+)? (?:see|share|control|access)|gave (?:him|her|them|remote)?\s?(?:remote )?access to) (?:my |the )?(?:screen|computer|phone)\b|\binstalled (?:anydesk|teamviewer)\b/,
    unless:
      /\b(?:haven't|have not|didn't|did not|never|not|don't|should i|do i|without)\b.{0,14}\b(?:give|gave|given|tell|told|send|sent|share|shared|enter(?:ed)?|typed?|read|provide[d]?|giving|sharing)\b|\b(?:auth(?:ori[sz]ation)?|approval|error|response|decline) code\b|\bcan i send\b|\b(?:he|she|they|someone) (?:asked|asks|wants?)\b(?!.{0,60}\bi (?:gave|told|sent|shared))/,
  },
  {
    cue: 'legal_threat',
    says: /\b(?:sue|suing|lawsuit|lawyer|solicitor|attorney|court|legal action|legal (?:steps|proceedings)|small claims|ombudsman|regulator|cfpb|fca|trading standards|consumer protection|go(?:ing)? to the (?:press|media|papers)|newspaper|journalist)\b/,
    unless:
      /\b(?:don't|do not|not going to|won't|no intention) (?:want to )?(?:sue|involve|take legal|go to court)\b|\bcaller|claims to be\b|\blawyer (?:says|offers|who)\b|\bphone number\b/,
  },
  {
    cue: 'vulnerable',
    says: /\b(?:need|needs)\b.{0,16}\b(?:money|it|cash)\b.{0,20}\b(?:for|to (?:pay|buy|feed))\b.{0,16}\b(?:rent|food|medicine|hospital|surgery|wages|eat|staff|kids|children|bills|medication|treatment)\b|\b(?:can't|cannot|can not|unable to) (?:pay|afford|buy)\b.{0,14}\b(?:rent|food|wages|staff|bills|medicine|groceries|my mortgage)\b|\b(?:in hospital|cancer|surgery|disabled|disability|pregnant|dementia|elderly|depressed|depression|chemotherapy|wheelchair|(?<!swears? )blind(?! (?:that|it|the))|deaf|pensioner|bereave\w*|terminally ill)\b|\bi am (?:7\d|8\d|9\d)(?: years old)?\b|\b(?:starving|homeless|evict\w+)\b|\b(?:kill myself|suicid\w+|want to die|don't want to live)\b|\b(?:last|only) money (?:i|we) have\b|\bgo(?:ing)? (?:out of business|bankrupt) (?:without|if)\b/,
    unless: /\bblind (?:test|copy)\b|\b(?:are|r) (?:you|u) (?:\w+ )?(?:deaf|blind)\b/,
  },
  {
    cue: 'already_complained',
    says: /\b(?:already|previously|twice|last (?:week|month)|before|yesterday|days ago|weeks? ago|repeatedly)\b.{0,16}\b(?:complained|reported|raised|filed|lodged|opened a (?:ticket|case)|made a complaint)\b|\b(?:complained|filed a complaint|made a complaint|lodged a complaint|raised a complaint|opened a (?:ticket|case)|submitted a complaint)\b|\bmy (?:complaint|previous complaint|ticket|case)\b|\b(?:second|third|2nd|3rd) (?:time i complain|complaint)\b|\btk-?\d{4}/,
    unless:
      /\b(?:haven't|have not|didn't|did not|never|not)\b.{0,8}\b(?:complained|complain|filed|made a|raised|lodged|reported)\b|\bregister my complaint\b|\b(?:log|file|open|submit|record) my complaint\b/,
  },
]
