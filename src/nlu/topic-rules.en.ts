import type { IntentRule } from './intent-rule.ts'

const money =
  '(?:money|payouts?|settlements?|deposits?|funds|takings|transfers?|sales?|payments?|card sales|cash)'
const nothing = "(?:not|never|hasn't|haven't|didn't|isn't|isnt|wasn't|aren't|yet to|no)"

/** English wordings of the main topics: likely, not certain, so the model may still add others. */
export const englishTopicRules: readonly IntentRule[] = [
  {
    intent: 'money_not_arrived',
    confidence: 0.8,
    says: new RegExp(
      `\\b${money}\\b.{0,40}\\b${nothing}\\b.{0,16}\\b(?:arriv\\w*|receiv\\w*|come|came|show\\w*|hit|land\\w*|paid|deposited|credited|in (?:my|the|our)|through|reach\\w*|here|there)\\b` +
        `|\\b${money}\\b.{0,16}\\b${nothing} (?:yet |still |even )?(?:in|through)[^a-z]*$` +
        `|\\b(?:didn't|did not|don't|do not|haven't|have not|hasn't|never|not) (?:yet |even |ever |been |get |got |gotten |getting )+paid(?! (?:by|to|with|out)\\b)` +
        `|\\b${nothing}\\b.{0,16}\\b(?:receiv\\w*|got|gotten|get|paid|been paid|seen)\\b.{0,24}\\b(?:${money}|for|yet|anything)\\b` +
        `|\\bwhere(?: is| are|'s)? (?:my|our|the) (?:${money})\\b|\\b${money} (?:is |are |still |has been |has |have )*(?:late|missing|delayed|overdue|vanished|disappeared)\\b` +
        `|\\b(?:no|without) (?:money|deposit|payout|funds|settlement|transfer)\\b|\\b(?:nothing|no money)\\b.{0,12}\\b(?:came|arrived|in (?:my|the|our) (?:bank|account)|in bank|landed|received|today|since)\\b` +
        `|\\bstill (?:waiting|no money|nothing)\\b|\\bnot in (?:my|the|our) (?:bank|account)\\b|\\b(?:hasn't|haven't|never|not) been paid\\b|\\b(?:money|payouts?|settlements?|deposits?) (?:is |are |still |been )*(?:pending|stuck)\\b|\\b(?:i|we|but) got (?:nowt|nothing|zilch|nada)\\b|\\bwhat happened to (?:my|our|the) ${money}\\b|\\bwhy haven't i\\b`,
    ),
    unless:
      /\brefund|\bhold\b|\bcharged\b|\bdebited\b|\bdeclined\b|\bslip\b|\breceipt\b|\bprint|\bcomplain|\b(?:says?|shows?|status|marked)\b.{0,14}\b(?:paid|sent|deposited|completed?|settled|transferred)\b|\b(?:paid|sent|transferred|deposited) (?:out )?(?:according|but|three days)|\byou (?:say )?(?:you )?(?:sent|paid)\b|\bstolen|scam|\bshort\b|\bby mistake\b|\bcard to\b/,
  },
  {
    intent: 'settlement_window_question',
    confidence: 0.78,
    says: /\b(?:how (?:long|soon|many days)|when|what (?:time|day))\b.{0,30}\b(?:payout|payouts|paid|settle\w*|deposit\w*|money|funds|cut-?off|clear|arrive|reach|get it|take to get)\b|\b(?:payout|settlement|funding|deposit) (?:time|schedule|window|days?|delay)\b|\b(?:weekends?|bank holidays?|saturdays?|sundays?|thanksgiving|christmas|holidays?)\b.{0,24}\b(?:pay|payouts?|deposits?|settle\w*|delay)\b|\b(?:pay out|payouts?|settlements?|delay)\b.{0,20}\b(?:weekends?|saturday|sunday|bank holidays?|holidays?)\b|\b(?:next|same)[- ]day (?:payout|funding|settlement|deposit)|\bcut-?off\b/,
    unless:
      /\brefund|\bhold\b|\bcomplain|\breview|\bdocuments?\b|\b(?:not|never|hasn't|haven't|didn't|still|nothing|late)\b|\bpre-?auth|\bdispute|retrieval|\bapproval\b|\bits been\b|\bin days\b/,
  },
  {
    intent: 'payout_paid_not_credited',
    confidence: 0.87,
    says: /\b(?:says?|shows?|showing|status|marked|dashboard|portal|app|screen|according to you|payout|withdrawal|you (?:say|show|sent|paid))\b.{0,24}\b(?:paid|sent|deposited|completed?|transferred|settled|successful|succeeded|credited)\b.{0,40}\b(?:not|no|nothing|never|isn't|hasn't|didn't|don't|can't|cannot|otherwise|waiting|but my bank|bank has no)\b|\byou (?:say )?(?:you )?(?:sent|paid) (?:it|me)\b.{0,24}\b(?:bank|not|no)\b/,
    unless: /\brefund|\bcharged\b|\bcustomer\b|\btill\b|\bterminal says|\bshop\b|\bdeclined\b/,
  },
  {
    intent: 'payout_destination_question',
    confidence: 0.85,
    says: /\b(?:which|what|whose|wrong|right|old|closed) (?:bank )?(?:account|bank|card|bank details)\b.{0,40}\b(?:paid|pay|deposit|payouts?|money|going|sent|settlement|linked|file|receives?|have for me)\b|\b(?:paid|pay|deposit|payout|money|sent|settlement|it) .{0,20}\b(?:to|into) (?:my |the |a |our )?(?:which|what|old|wrong|right|closed|correct) (?:bank|account|card)\b|\bwhere (?:did you send|does|do you send|do you pay|was|is) .{0,16}\b(?:payout|settlement|deposit|money) ?(?:go|going|sent|paid)?\b.{0,4}(?:to)?$|\bwho did you pay\b|\bwhose account\b|\baccount is on file\b|\bsettlement account\b/,
    unless: /\bwhere is my (?:money|payout|deposit)\b|\brefund|\bnot (?:arrived|received)\b/,
  },
  {
    intent: 'amount_mismatch',
    confidence: 0.82,
    says: /\b(?:amount|payout|deposit|total|totals|numbers?|settlement)\b.{0,16}\b(?:wrong|short|doesn't (?:match|add up)|does not (?:match|add up)|don't (?:match|reconcile|add up)|less|lower|different|incorrect|off)\b|\b(?:got|received|paid|deposited)\b.{0,10}\b(?:less|only|short|part of)\b|\bonly (?:got|received|paid|came)\b|\bonly [$£€¥]?\d[\d,.]* (?:landed|arrived|came|hit|showed|was paid)\b|\bunderpaid\b|\b(?:too much|higher|extra)\b.{0,12}\bfees?\b|\bfees? (?:are|is|were)\b.{0,8}\b(?:too|higher|wrong|high)\b|\b(?:missing|short)\b.{0,6}[$£€¥]?\d|\bwhy (?:was|is|were|are)\b.{0,16}\b(?:deduct\w*|taken off|short)\b|\bdeductions?\b|\bmy rate is\b|\bwrong amount (?:deposited|paid|arrived)\b|\bshort (?:by|paid)\b|\b\d[\d,.]* (?:instead of|out of|but (?:only )?(?:received|got))\b|\b\d[\d,.]*\b.{0,30}\b(?:should(?:'ve| have)? been|supposed to be|meant to be|rather than) [$£€¥]?\d|\bi got less\b|\bfee i don't\b/,
    unless:
      /\btwice\b|\bhow (?:do|can) i\b.{0,16}\b(?:cancel|void|fix|reverse)\b|\b(?:i meant|sorry|correction|typo|oops|i typed|i made a mistake)\b|\binsufficient\b|\bkeyed\b|\bwrong number\b/,
  },
  {
    intent: 'charged_no_slip',
    confidence: 0.82,
    says: /\b(?:froze|frozen|crashed|timed? ?out|timeout|dropped|lost connection|failed|shows nothing|no record|not in my list|not on our terminal|not paid|didn't go through|did not go through|never got it)\b.{0,40}\b(?:charged|debited|took|taken|paid|money (?:left|gone))\b|\b(?:charged|debited|took|taken|paid|money (?:left|gone|taken))\b.{0,44}\b(?:froze|frozen|crashed|timed? ?out|dropped|failed|shows nothing|no record|not in my list|never got it)\b/,
    unless:
      /\bdeclined|refund|\btwice\b|\bfirst one failed\b|\bnot (?:been )?charged\b|\bpayout\b|\byou paid\b/,
  },
  {
    intent: 'void_question',
    confidence: 0.83,
    says: /\bvoid(?:ed|ing)?\b|\bhow (?:do|to|can)\b.{0,10}\b(?:i |we )?(?:undo|reverse|cancel|refund|process a (?:refund|return)|do a refund|give)\b|\b(?:cancel|undo|reverse)\b.{0,14}\b(?:transaction|sale|card payment|payment)\b|\b(?:keyed|entered|typed|rang up)\b.{0,16}\b(?:wrong|extra|incorrect)\b|\bpartial refund\b|\bovercharged (?:someone|a customer|the customer)\b|\bcharged the customer too much\b|\bhow to refund\b/,
    unless: /\brefund\b.{0,20}\b(?:not|hasn't|haven't|never)\b|\bcomplaint\b|\bsubscription\b/,
  },
  {
    intent: 'receipt_retrieval',
    confidence: 0.86,
    says: /\bretrieval\b|\bcopy request\b|\breprint\b|\bprint\b.{0,20}\b(?:again|copy|last (?:receipt|slip))\b|\b(?:lost|old|past|duplicate|another copy of the|copy of the) (?:merchant )?(?:copy|receipts?|slip)\b|\bproof of the transaction\b|\bsales draft\b|\bsigned receipt\b/,
    unless: /^\s*(?:i )?lost the (?:slip|receipt)\s*$|\bchargeback\b/,
  },
  {
    intent: 'dispute_response',
    confidence: 0.86,
    says: /\bcharge-?backs?\b|\bdisput(?:e|ed|es)\b(?! (?:the|that|this|these|those|your|my) (?:\w+ )?(?:fees?|deductions?|commission|rate)\b)|\brepresentment\b/,
    unless: /\bwhat (?:is|does)\b.{0,14}\bchargeback\b/,
  },
  {
    intent: 'terminal_fault',
    confidence: 0.84,
    says: /\b(?:terminal|machine|reader|printer|pos|screen|battery|device|chip reader)\b.{0,20}\b(?:broken|not working|won't|froze|frozen|jam\w*|dead|black|reboot\w*|offline|crack\w*|tamper|stuck|shuts? down|not respond\w*|can't connect|doesn't work|not reading|keeps|faulty)\b|\bpaper jam\b|\b(?:contactless|tap|bluetooth|printing|buttons?)\b.{0,14}\b(?:not|doesn't|don't|won't|isn't|too faint)\b|\bkeeps losing connection\b|\b(?:payments|sales|transactions|cards) (?:all |just |always |keep |are )*(?:tim(?:e|ing) out|dropping)\b|\breplacement terminal\b|\bout of paper\b|\bno signal on\b/,
    unless:
      /\bcharged|debited|took the (?:money|payment)|money (?:left|taken|was taken|gone)|\bdeclined\b|\b(?:someone|engineer|caller) |\bpaid\b|\b\d\d\b|\bsafe\b/,
  },
  {
    intent: 'knowledge_question',
    confidence: 0.78,
    says: /^\s*(?:please )?(?:explain |what (?:is|are) (?:an? |the )?(?:acquirer|reversal|rrn|interchange|pre-?auth\w*|merchant category|batch|authori[sz]ation code|payment processor|offline sale|chargeback|issuer|settlement$|clearing)|what does (?:an? )?(?:chargeback|one-sided|issuer|acquirer|clearing|reversal)|what causes|what's the difference|difference between (?!void)|why (?:can|do) (?:funds|card payments)|how (?:does|do) (?:a )?card payments? work|how should i|how do i (?:make a contingency|reconcile|keep my network|train)|how to update|where do i find the (?:reference|rrn|auth)|who pays|why should i keep|tips for|loyalty)/,
    unless: /\bmobile and countertop\b|\b\d\d\b|capital of/,
  },
  {
    intent: 'pos_application_info',
    confidence: 0.8,
    says: /\b(?:get|apply|order|buy|need|want|open|sign up)\b.{0,20}\b(?:(?:a|new|another) (?:card (?:machine|reader)|terminal|pos)|for a (?:pos|terminal|card)|merchant account|card payments?|as a merchant)\b|\baccept (?:credit )?cards?\b|\bset up card payments\b|\bpos application\b|\bhow much is a\b.{0,10}\b(?:reader|terminal|machine)\b|\b(?:which|choosing a|what) (?:terminal|payment provider|card machine)\b.{0,12}\b(?:should|choose|best)?/,
    unless: /\b(?:broken|replacement|scam|legit|caller|cash)/,
  },
  {
    intent: 'contact_channels',
    confidence: 0.84,
    says: /\b(?:phone|telephone|hotline|contact|support|customer service|official|fraud) (?:number|line|details|info|email|hotline)\b|\bhow (?:can|do) i (?:contact|reach|get hold of|call)\b|\bwho (?:should|do|can) i (?:call|contact|phone)\b|\bwhat (?:do|should|can|shall|must) (?:i|we) (?:tell|say to|ask) (?:my|the|our|them)\b|\bwhat number\b|\bopening hours\b|\bwhen are you open\b|\bsupport email\b|\b(?:number for|email address)\b|\bwhich company do i call\b|\bshould i call the bank\b|\bhave an office\b/,
    unless: /\bscam|asked for my|\bhuman|agent please|\bwrong\b/,
  },
  {
    intent: 'check_status',
    confidence: 0.75,
    says: /\b(?:check|track|trace|find|look up|lookup|see)\b.{0,16}\b(?:transaction|payment|sale|order|status|reference)\b|\bstatus of (?:my|this|the|a)\b.{0,8}\b(?:transaction|payment|sale|order)\b|\bdid (?:this|the|my|it|that)\b.{0,12}\b(?:go through|succeed|work)\b|\b(?:any|status) (?:update|progress)\b|\btransaction lookup\b|\bwhat stage\b|\bbeen processed\b|\bwhere is it in the process\b/,
    unless:
      /\bcomplaint|ticket|case\b|\brefund|\bcan't (?:see|find)\b|\bcontract\b|\banother\b|\bdifferent\b/,
  },
  {
    intent: 'correct_details',
    confidence: 0.92,
    says: /\b(?:i mean(?:t)? (?:the|my|that)\b|i meant|correction|let me correct|i (?:typed|gave|said|wrote|got|misread) (?:it |the |that |you )?(?:wrong|incorrect)\w*|typo|i misread|my mistake|my bad)\b|\bi made a mistake\b|\b(?:wrong|incorrect) (?:number|date|time|order number|amount),? (?:it|the|its|it's|i)\b|^\s*(?:wrong date|actually (?:it|i) (?:was|am|meant)|no,? (?:(?:it was|it's|its) (?=.{0,20}\d)|i meant)|sorry,? (?:it was|it's|that was)|change the (?:date|amount|time)|not .{2,20},? the (?:day before|other one))|\bnot \d[\d,.]*\s*$|\bi typed the wrong\b|\bi gave was wrong\b/,
    unless: /\bkeyed\b|\bhow (?:do|can)\b|\bcharged\b|\bwasn't me\b/,
  },
  {
    intent: 'declined_but_charged',
    confidence: 0.85,
    says: /\b(?:insufficient funds|decline)\b.{0,24}\b(?:charged me|took money|charged|debited)\b/,
  },
  {
    intent: 'risk_hold_inquiry',
    confidence: 0.8,
    says: /\bunfreeze\b|\b(?:review|verification|documents?|invoices?)\b.{0,30}\b(?:release|payout|settlement|on hold|take|funds)\b|\bflagged\b.{0,12}\brisk\b|\b(?:large )?transaction held\b|\bcompliance\b|\bstuck in review\b|\bpayouts? (?:paused|disabled|blocked|on hold)\b/,
    unless: /\bchargeback|dispute|apply|application|terminal\b|\bscam\b/,
  },
  {
    intent: 'security_question',
    confidence: 0.75,
    says: /\bhow (?:do|can|to|should) (?:i |we |you )?(?:avoid|prevent|protect|spot|keep my terminal secure)\b|\bdo (?:you|i) (?:need|have to give)\b.{0,14}\b(?:password|cvv|pin|otp)\b|\b(?:should|can) i (?:send|share|give) you\b|\bis (?:this|the) chat safe\b|\bwill you ask for\b|\blost my card\b/,
    unless: /\bthey|caller|someone\b/,
  },
  {
    intent: 'contingency_plan',
    confidence: 0.9,
    says: /\b(?:make|create|draw|draft|write|fill|set|build|prepare|put|start|do|need|want|help|guide|walk|take|update|change|redo|new|print)\b.{0,40}\b(?:contingency|back-?up|emergency|fallback|continuity|crisis) (?:payment )?(?:plan|sheet|page)\b|\b(?:help|make|let's|let us)\b.{0,12}\b(?:me|us|we)?\b.{0,6}\b(?:make|write|draw up|do|prepare)?\b.{0,6}\ba plan\b/,
    unless:
      /^\s*(?:how|what (?:is|are|goes|should|must|belongs)|which|why|should|who|when|does|do i need)\b|\bwhat (?:goes|should (?:be|go|a)|belongs)\b|\b(?:instal\w*|payment|savings|pension|phone|data|pricing|tariff) plan\b/,
  },
]
