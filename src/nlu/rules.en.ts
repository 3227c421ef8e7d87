import type { IntentRule } from './intent-rule.ts'

const whole = (words: string) => new RegExp(`^\\s*(?:${words})[\\s.!,?~]*$`)

/** English phrases that decide at once. Safety first. */
export const englishRules: readonly IntentRule[] = [
  {
    intent: 'dont_know',
    confidence: 0.9,
    says: /^\s*(?:sorry,? )?(?:no|none|nope|without|i have no|there is no|there's no|got no)\b[\w ,']{0,16}\b(?:reference|ref|rrn|slip|receipt|order (?:number|no)|number)\b/,
  },
  {
    intent: 'check_status',
    confidence: 0.8,
    says: /\b(?:look|check) (?:it )?(?:up )?(?:once more|again)\b|\brecheck\b|\bany (?:news|update)s?\b/,
  },
  {
    // A short question after an answer is never a "yes" and never a "thank you".
    intent: 'check_status',
    confidence: 0.8,
    says: /^\s*(?:ok(?:ay)?|right|so|and|but|well|yeah|yes|fine)?,? ?(?:so |and |but )?(?:(?:now )?what (?:now|next|then|happens (?:now|next|then)|do i do|should i do|am i (?:supposed|meant) to do)|now what|and then what|(?:so )?(?:on )?(?:when|which day|what day|which date|what date) (?:exactly|precisely|then|will (?:it|that) be|is (?:it|that)|do i get it|does (?:it|that|this) (?:come|arrive|land|clear|go|end|drop|fall|expire|lift)(?: (?:in|off|out|back|away|through))?)|(?:which|what) (?:day|date)|(?:when )?(?:will|do|would|can) i (?:ever |actually |still )?(?:get|see|have) (?:it|that|(?:my|the) money)(?: back)?(?: then| at all| again)?|(?:so )?how long(?: (?:exactly|then|will (?:it|that) (?:be|take)))?|(?:but )?why(?: is that| not(?: today)?| so long)?)[^a-z]*$/,
  },
  {
    intent: 'self_harm',
    confidence: 0.98,
    says: /\b(?:kill(?:ing)? myself|suicid(?:e|al)|end (?:it all|my life)|want to die|wanna die|hurt(?:ing)? myself|better off dead|(?:do not|don't) want to (?:live|be alive)|wish i (?:was|were) dead|not worth living|no reason to live|can't go on living|take my own life|end it all|thinking of ending it|jump off (?:a|the) (?:building|bridge|roof))\b/,
  },
  {
    intent: 'talk_to_human',
    denies:
      /\b(?:don't|do not|no) (?:need|want)(?: to (?:talk|speak) (?:to|with))? (?:a |an )?(?:human|person|agent|real person)\b/,
    confidence: 0.95,
    says: /\b(?:talk|speak|chat|connect|transfer|put|get|pass|hand)\b.{0,22}\b(?:human|person|someone|somebody|agent|representative|rep|operator|staff|manager|supervisor|advisor|adviser|customer (?:service|support|care))\b|\b(?:real|live|actual) (?:human|person|agent|people)\b|^\s*(?:a |an )?(?:human|agent|representative|operator|person|manager|customer service|customer support)(?: please| now)?[\s.!?]*$|\b(?:want|need) (?:a |an |to see )?(?:human|person|agent|representative|operator)\b|\bcall me(?: back)?\b|\b(?:can|could|would|will) (?:someone|somebody|anyone|you) (?:please )?(?:call|phone|ring) me\b|\b(?:don't|do not) want (?:to talk to )?a (?:bot|robot|machine)\b/,
    unless:
      /\b(?:gets?|got|getting) (?:sent|paid|put|passed|transferred|settled)\b|\btransfers? (?:\w+ )?(?:from|by) (?:a|an|the|some|another)\b|\b(?:someone|caller|agent|person|he|she|they) (?:who )?(?:called|calling|asked|asks|said|says|wants)\b|\bare you (?:a |an )?(?:real|human|person|live)\b|\bam i (?:talking|speaking|chatting)\b|\bwho am i\b|\b(?:don't|do not|no) (?:need|want)(?: to (?:talk|speak) to)? (?:a |an )?(?:human|person|agent)\b|\bgave\b|\btold (?:him|her|them)\b/,
  },
  {
    intent: 'fraud_report',
    denies:
      /\b(?:didn't|did not|haven't|have not|never) (?:give|gave|given|tell|told|send|sent|share|shared|pay|paid)\b.{0,30}\b(?:him|her|them|code|pin|otp|anything|anyone)\b|\b(?:avoid|prevent)\b.{0,20}\bscam/,
    confidence: 0.95,
    says: /\b(?:i|we|i've|we've|i'm|we're|he|she|mum|mom|dad|my \w+)\b.{0,14}\b(?:been|got|was|were|just)?\s?(?:scammed|defrauded|conned|tricked|hacked|robbed|ripped off)\b|\b(?:conned|tricked|cheated|robbed) (?:me|us)\b|\b(?:gave|told|sent|shared|read|given|texted)\b.{0,24}\b(?:code|otp|pin|password|cvv|cvc|card (?:number|details)|passcode|security code)\b|\b(?:already )?(?:transferred|sent|wired|moved|paid)\b.{0,30}\b(?:scammer|fraudster|safe account|crook)s?\b|\b(?:stole|stolen|took|emptied|drained)\b.{0,24}\b(?:my (?:money|account|savings)|from my account)\b|\bmoney (?:is |was |has been )?(?:gone|stolen)\b.{0,30}\b(?:link|screen|app|anydesk|teamviewer)\b|\b(?:link|screen|app|anydesk|teamviewer)\b.{0,40}\bmoney (?:is |was |has )?(?:gone|missing|disappeared)\b|\bran (?:off|away) with (?:my|the|our) money\b|\bblocked me after i (?:paid|sent)\b|\breport (?:a )?(?:fraud|scam)\b|\blost (?:my )?.{0,16}\bto a scam(?:mer)?\b/,
    unless:
      /\b(?:did not|didn't|haven't|have not|never|should i|do i|don't|without|avoid(?:ing)?|afraid of|worried|almost|nearly|not) (?:\w+ )?(?:give|gave|given|tell|told|send|sent|share|shared|get|getting|been|being|have)\b|\bhow (?:do|can) i (?:avoid|prevent|protect|spot)\b|\byou(?:'ve|'re| are| have| people| guys| lot| all| thieves| crooks| scammers| robbers| bastards| just)* (?:stole|took|taken|robbed|stealing|steal|nicked)\b|\b(?:took|taken|debited)\b.{0,24}\b(?:twice|two times|2 times|2x|double)\b|\b(?:terminal|machine|reader|till|pos|atm) (?:just |has |have |still )?(?:took|taken)\b/,
  },
  {
    intent: 'fraud_check',
    confidence: 0.9,
    says: /\b(?:is|was|could|might) (?:this|that|it)\b.{0,20}\b(?:a )?(?:scam|fraud|genuine|legit(?:imate)?|phishing|fake|real)\b|\b(?:scam|legit|genuine|fake|real) ?\?|\bis (?:it|this) (?:normal|safe|ok|okay|right) (?:to|that|for)\b.{0,50}\b(?:fee|deposit|code|anydesk|install|key|share|pay|swipe|refund|transfer|give)\b|\b(?:someone|somebody|caller|caller's|they|he|she|agent|rep|engineer|man|woman|a customer|support)\b.{0,60}\b(?:safe account|verification code|one[- ]time code|otp|anydesk|teamviewer|remote access|test refund|activation fee|another card|swap)\b|\bshould i (?:give|tell|send|share|pay|click|install)\b.{0,30}\b(?:code|pin|otp|link|app|fee|deposit)\b/,
    unless:
      /\bi (?:already |have |just )?(?:gave|told|sent|shared|transferred|paid|clicked|installed|moved)\b/,
  },
  {
    intent: 'fraud_suspected',
    confidence: 0.85,
    says: /\b(?:stolen|fake|cloned|someone else's|another person's) card\b|\bslip\b.{0,30}\b(?:different|other|another|wrong|not (?:our|my)) (?:\w+ )?(?:business|shop|name|store|merchant)?|\b(?:tamper(?:ed|ing)?|skimm(?:er|ing))\b|\bpretend(?:s|ed|ing)? to be (?:you|from)\b|\b(?:suspicious|fishy|dodgy|shady)\b|\brefunds? (?:that )?(?:i|we) (?:didn't|did not|never) (?:make|do|process)\b/,
    unless: /\bterminal (?:says|shows) tamper\b|\bnot mine\b/,
  },
  {
    intent: 'illegal_cashout_request',
    confidence: 0.95,
    says: /\bcash(?:ing)?[- ]?out\b|\b(?:swipe|run|charge|put)\b.{0,12}\bmy own (?:credit )?card\b|\bget cash (?:from|out of|off)\b.{0,16}\b(?:card|credit|terminal)\b|\bfake (?:sale|transaction)s?\b|\bcredit (?:limit )?(?:in)?to cash\b|\b(?:rent|sell|lend|lease) (?:out )?my (?:terminal|pos|merchant account|machine|qr)\b|\blaunder\b|\b(?:avoid|bypass|evade|get around|dodge)\b.{0,16}\b(?:detection|risk (?:control|checks?)|flagg(?:ed|ing)|limits?)\b|\bwithout (?:getting|being) (?:flagged|caught|detected)\b/,
    unless:
      /\b(?:they|he|she|agent|rep|someone|caller|seller|asked|told|tells|asks|wants?) (?:\w+ ){0,3}(?:me|us) to\b|\bi (?:did not|didn't|don't|never)\b|\b(?:is|what is) (?:cash(?:ing)?[- ]?out)\b|\bcustomer(?:s)? (?:is|are|was)\b|\bis it safe\b|\bcan i lend my terminal to a friend\b/,
  },
  {
    intent: 'correct_details',
    confidence: 0.9,
    says: /^\s*(?:sorry,? |oops,? |no,? |wait,? )*(?:i (?:gave|typed|said|put|wrote) (?:you )?the )?(?:that was the |it was the |the )?(?:wrong|incorrect) (?:amount|sum|date|day|time|card|number|digits|reference|order)\b[^a-z]*$/,
  },
  {
    intent: 'settlement_window_question',
    confidence: 0.9,
    says: /\b[td] ?\+ ?[0-9n]\b.{0,16}\b(?:mean|stand for)|\b(?:what is|what's|meaning of|explain) (?:the )?[td] ?\+ ?[0-9n]\b/,
  },
  {
    intent: 'complaint_withdrawal',
    confidence: 0.94,
    says: /\b(?:withdraw|cancel|drop|retract|close|remove|delete|take back|call off|scrap|forget)\b.{0,18}\b(?:complaint|ticket|case|grievance)\b|\b(?:complaint|ticket|case|grievance)\b.{0,24}\b(?:withdrawn|cancel+ed|dropped|taken back|no longer needed|not needed|called off)\b|\b(?:don't|do not|no longer) (?:want|need) (?:the|my|that|this) (?:complaint|ticket|case|grievance)\b|\bno longer (?:want|wish) to complain\b/,
    unless:
      /\b(?:don't|do not|didn't|did not|never|not) (?:\w+ )?(?:withdraw|cancel|drop|close|remove|delete)\b|\b(?:you|they|someone|who) (?:have )?(?:closed|cancelled|dropped|withdrew)\b|\bwhy\b/,
  },
  {
    intent: 'complaint_status',
    confidence: 0.93,
    says: /\b(?:status|update|news|progress|follow(?:ing)? up|happening|happened)\b.{0,20}\b(?:complaint|ticket|case|grievance)\b|\b(?:complaint|ticket|case|grievance)\b.{0,16}\b(?:status|update|progress|resolved|answered|still open|number is|outcome yet)\b|\b(?:i|we) (?:have )?(?:already )?(?:complained|filed a complaint|made a complaint|opened a (?:case|ticket))\b|\b(?:check|about|see) (?:on )?my (?:complaint|ticket|case|grievance)\b|\b(?:heard|contacted|hear).{0,24}\b(?:complaint|ticket|case|grievance)\b|\btk-?\d{4}/,
    unless: /\bombudsman|regulator|court|sue\b|\bescalat/,
  },
  {
    intent: 'complaint_status',
    confidence: 0.93,
    says: /\bcomplain(?:ed|t)\b[^?!]{0,60}\b(?:nobody|no one|no (?:answer|reply|response|news)|nothing (?:since|back|happened|came)|(?:never|not|haven't|hasn't|didn't) (?:been )?(?:answered|replied|heard|responded|got))/,
    unless: /\bombudsman|regulator|court|sue\b|\bescalat/,
  },
  {
    intent: 'complaint_escalation',
    confidence: 0.93,
    says: /\b(?:ombudsman|regulator|cfpb|fca|small claims|court|lawyer|solicitor|attorney|lawsuit|legal action|sue|suing|consumer protection|trading standards|media|the press|journalist|newspaper)\b|\bescalat(?:e|ed|ion|ing)\b|\b(?:where|who|whom) else\b.{0,20}\b(?:complain|turn|go|appeal)\b|\bcomplain (?:to|with) (?:somebody|someone|anyone) else\b|\b(?:appeal|disagree with|not happy with|unhappy with|reject)\b.{0,24}\b(?:decision|outcome|response|answer|resolution|result)\b/,
    unless:
      /\bphone number|\bnumber for\b|\b(?:caller|someone|he|they) (?:says?|said|claims?)\b|\blawyer who can recover\b|\bdispute|chargeback\b/,
  },
  {
    intent: 'file_complaint',
    denies:
      /\b(?:don't|do not|no longer|not) (?:want|need|wish|going) to (?:complain|file|make a complaint)\b|\b(?:cancel|withdraw)\b.{0,10}\bcomplaint\b/,
    confidence: 0.92,
    says: /\b(?:file|make|lodge|raise|submit|register|log|put in|open|start|place|have)\b.{0,14}\b(?:complaint|ticket|case|grievance)\b|\b(?:want|like|need|going|wish|here) to complain\b|\bcomplain about\b|\b(?:please |yes,? |ok,? )?(?:file|log|register|raise) (?:it|this|that)\b|\b(?:please|yes,?|can you|could you|will you) (?:please )?report (?:it|this|that)\b(?! to\b)|\bformal complaint\b|^\s*complaint\b|\bi(?:'m| am) complaining\b|\bwhere (?:can|do) i complain\b(?! (?:to|after|if) you)|\b(?:want|like|need|wish|going) to (?:dispute|contest|challenge) (?:the|that|this|these|those|your|my) (?:\w+ )?(?:fees?|deductions?|commission|rate|charges)\b/,
    unless:
      /\b(?:don't|do not|no longer|not) (?:want|need|wish)\b|\b(?:filed|made|opened|lodged|submitted|raised)\b|\bcancel|withdraw\b|\bstill open\b|\bmy complaint\b.{0,20}\b(?:status|update)\b/,
  },
  {
    intent: 'charged_no_slip',
    confidence: 0.85,
    says: /\b(?:no|without(?: a| any)?|never (?:got|printed) (?:a|any)) (?:receipt|slip)\b|\b(?:nothing|didn't|did not|never|wouldn't|doesn't) print(?:ed)?\b|\bprinted nothing\b|\bnothing (?:came out|was printed)\b/,
    unless: /\bkeep|reprint|printer|i have no|lost|copy\b/,
  },
  {
    intent: 'duplicate_charge',
    confidence: 0.9,
    says: /\b(?:charged|billed|debited|paid|swiped|took|taken|ran|run|tapped|came out)\b.{0,22}\b(?:twice|two times|2 times|2x|double|again)\b|\bdouble (?:charge|charged|payment|billed)|\bduplicate\b.{0,12}\b(?:charge|payment|transaction|sale)\b|\btwo (?:identical|same|equal) (?:charges|payments)\b/,
    unless: /\bdeclined twice\b|\bdo not pay again\b/,
  },
  {
    intent: 'refund_not_received',
    confidence: 0.85,
    says: /\brefund\b.{0,24}\b(?:not|never|hasn't|haven't|didn't|isn't|still|missing|pending|where|no sign|yet|when)\b|\b(?:where|when|no|not|never|haven't|hasn't|didn't|waiting|promised|still)\b.{0,24}\brefund(?:ed)?\b/,
    unless:
      /\bhow (?:do|to|can) (?:i )?(?:give|make|process|issue|do)?\s?(?:a )?refund|\bi didn't make\b|\brefunds? (?:i|we) (?:didn't|never)\b|\btest refund\b|\bvoid\b/,
  },
  {
    intent: 'preauth_hold',
    confidence: 0.85,
    says: /\bpre-?\s?auth(?:ori[sz]ation|ori[sz]ed)?\b(?! code)|\bauthori[sz]ation hold\b|\b(?:hotel|rental|gas|petrol|fuel|car)\b.{0,24}\b(?:hold|held|block(?:ed)?|froze|frozen|reserved|deposit)\b|\b(?:hold|held|block(?:ed)?)\b.{0,24}\b(?:hotel|rental|gas station|fuel|pump|check(?:ed)? ?out)\b/,
    unless: /\bwhat is an? pre|\bwhat does (?:an? |the )?pre-?auth\w* mean\b/,
  },
  {
    intent: 'declined_but_charged',
    confidence: 0.9,
    says: /\b(?:declined|rejected|refused|not approved|not authori[sz]ed)\b.{0,50}\b(?:charged|debited|taken|took|deducted|money (?:is )?(?:gone|left)|came out|statement|missing)\b|\bwhy was i charged if\b/,
    unless: /\bwithout\b/,
  },
  {
    intent: 'unrecognized_charge',
    confidence: 0.9,
    says: /\b(?:don't|do not|didn't|did not|not|never) (?:recogni[sz]e|authori[sz]e|know) (?:this|that|the|a|an|it|any)\b.{0,30}|\b(?:i )?(?:didn't|did not|never) (?:make|made|do|authori[sz]e|buy|bought) (?:this|that|it(?! to)|any|anything (?:from|at|in))\b|\b(?:unauthori[sz]ed|unknown|unfamiliar|mystery|strange|weird) (?:charge|payment|transaction|purchase|debit|merchant)|\b(?:someone|somebody|a stranger)(?: else)?(?: (?:in|from) (?:\w+ ){1,3})? ?(?:has |is |keeps )?(?:been )?(?:used|using|charged) my (?:\w+ )?card\b|\b(?:charges?|payments?|transactions?|purchases?) (?:that )?i (?:don't|do not|didn't|did not|never) (?:recogni[sz]e|know|make|made|authori[sz]e)\b|\bwasn't me\b|\bi never made\b/,
    unless: /\brefunds?\b/,
    // A refund nobody made is the shop's worry, not a charge on a card.
    denies:
      /\brefunds?\b.{0,80}\b(?:went out|from (?:our|my) (?:terminal|till|account|shop)|(?:nobody|no one|none of (?:my|our)|we (?:didn't|did not|never)))\b/,
  },
  {
    intent: 'response_code_question',
    confidence: 0.85,
    says: /\b(?:code|error|declined|response|shows?|says?|displays?|got an?|getting)\b[\s:("']{0,3}(?:with |an? |code |error ){0,2}(?:\d\d|[a-z]\d)\b(?![.,:/%]\d| ?(?:dollars|pounds|euros|yuan|days?|times?|hours?|minutes?|weeks?|transactions?|sales|%))|\bwhat does (?:code |error )?(?:\d\d|[a-z]\d) mean\b|\b(?:do not hono(?:u)?r|insufficient_funds|do_not_honor)\b/,
    unless: /\b(?:auth|approval|verification|security)(?:ori[sz]ation)? code\b/,
  },
  {
    intent: 'risk_hold_inquiry',
    confidence: 0.85,
    says: /\b(?:payouts?|funds|money|account|settlement|deposits?)\b.{0,20}\b(?:on hold|under review|frozen|froze|held by|being reviewed|suspended|restricted|paused|disabled|limited|withheld|investigat\w+)\b|\b(?:froze|hold(?:ing)?|withh\w+|freez\w+|block(?:ed|ing)?|suspend\w*)\b.{0,10}\b(?:my|our) (?:money|funds|payouts?|settlement|account)\b|\brolling reserve\b/,
    unless: /\bhotel|rental|\bpre-?auth|safe account|caller|hold them\b/,
  },
  {
    intent: 'switch_language',
    confidence: 0.95,
    says: /\b(?:speak|in|use|to|talk in|reply in|prefer|want) (?:mandarin|chinese)\b|^\s*(?:chinese|mandarin|中文|说中文)(?: please)?\s*$|\b(?:change|switch) (?:the )?language\b|说中文|讲中文|用中文|中文可以/,
  },
  {
    intent: 'bot_identity',
    confidence: 0.95,
    says: /\b(?:who|what) are you\b(?! (?:charging|asking|waiting|doing|talking|going|taking|holding|keeping|paying|looking|trying|saying|on about))|\bare you (?:a |an )?(?:real|bot|robot|human|ai|person|machine|chatgpt|my bank)\b|\bam i (?:talking|speaking|chatting) (?:to|with)\b|\bwhat (?:can|do) you do\b|\bwhat(?: is|'s) your name\b/,
  },
  {
    intent: 'privacy_request',
    confidence: 0.9,
    says: /\b(?:delete|erase|remove|export|correct)\b.{0,14}\b(?:my (?:data|personal|information|chat|history|details|info)|this conversation|everything you have)\b|\bgdpr\b|\bprivacy policy\b|\bsubject access\b|\bright to be forgotten\b|\bwithdraw my consent\b|\bwhat (?:data|information) do you (?:have|hold|keep)\b/,
  },
  {
    intent: 'abuse',
    confidence: 0.9,
    says: /\bfuck|\bshit\b|\basshole\b|\bbitch\b|\bbastards?\b|\bmoron\b|\bidiots?\b|\bscrew you\b|\bgo to hell\b|\bstupid (?:bot|machine|robot|thing)\b|\b(?:you are|you're|you) (?:useless|stupid|garbage|worthless|pathetic|thieves|suck)\b|\bshut up\b|\bbullshit\b/,
  },
  {
    intent: 'why_asked',
    confidence: 0.92,
    says: /\bwhy (?:do|did|are|would|should)? ?(?:you|i|u)\b.{0,14}\b(?:need|ask(?:ing)?|want|require|tell you|give you)\b.{0,24}(?:\?|$)|^\s*why (?:the|my|do you)\b.{0,24}\??\s*$|\bwhat (?:do you need|is) (?:it|that|this) for\b|^\s*what for\??\s*$|\bwhat(?:'s| is) that for\b/,
    unless: /\bdocuments?|invoice|verify|why do you (?:hold|keep)\b/,
  },
  {
    intent: 'repeat',
    confidence: 0.92,
    says: whole(
      "(?:please )?(?:can you |could you )?(?:say (?:that|it) again|repeat(?: that| please)?|rephrase)(?: please)?|what did you say|come again|pardon(?: me)?|huh|what|sorry what|i (?:don't|didn't|do not|did not) (?:understand|get (?:it|that)|follow|catch that)|what do you mean|explain again|i'm confused|what does that mean",
    ),
  },
  {
    intent: 'start_over',
    confidence: 0.92,
    says: whole(
      "(?:let's |let me |can we )?(?:start (?:over|again)|restart|begin again|reset)|main menu|new (?:question|search)|from the (?:beginning|start)|another (?:transaction|payment|question)(?: please)?|different question|back to (?:menu|start)|go back to the start",
    ),
  },
  {
    intent: 'cancel',
    confidence: 0.9,
    says: whole(
      "cancel(?: (?:that|it|this|the request|the complaint))?|never ?mind|forget (?:it|about it)|stop(?: (?:it|this|searching))?|quit|exit|abort|leave it|drop it|(?:leave|forget|drop|scrap) (?:about )?(?:the|that|this|my) (?!complaint|ticket|case)[a-z]+ (?:thing|one|question|bit|part|stuff|issue)|(?:don't|do not) bother|i changed my mind|end",
    ),
  },
  {
    intent: 'wait_a_moment',
    confidence: 0.92,
    says: whole(
      "(?:please )?(?:wait|hold on|hang on)(?: (?:a|one)? ?(?:moment|minute|min|sec|second|bit))?(?: please)?|(?:just )?(?:a|one|1) (?:moment|minute|min|sec|second)(?: please)?|give me (?:a|one) (?:moment|minute|sec|second)|let me (?:check|look|see|find)(?: .{0,24})?|brb|be right back|bear with me|wait,? i'll .{0,20}|i'm (?:checking|looking)(?: for it)?|looking for it",
    ),
  },
  {
    intent: 'resolved_close',
    denies:
      /\b(?:not|n't|never(?! mind)|hasn't|haven't|still no)\b.{0,16}\b(?:arrived|come|came|received|got|landed|solved|resolved|fixed)\b/,
    confidence: 0.92,
    says: /\b(?:it|problem|issue|this|that)(?:'s| is| has been)? (?:all )?(?:been )?(?:now )?(?:solved|resolved|sorted|fixed)\b|\b(?:money|payout|refund|deposit|it) (?:has |just |finally |now )*(?:arrived|came in|landed|came through|turned up)\b|\bit(?:'?s| has) (?:just |finally |now |all )*(?:come|gone) (?:in|through)\b|\bi(?:'ve)? got (?:it|my money|my refund|the money)(?: now| thanks| already|$)|^\s*(?:all good(?: now)?|resolved|sorted|solved|fixed(?: now)?)\b/,
    unless:
      /\bnot\b|n't\b|\bnever (?:arrived|came|landed|got)\b|\bwhen\b|\bonly\b|\bbut\b|\?|\bif\b|\bhow\b|\bto (?:be )?(?:solved|resolved)\b/,
  },
  {
    intent: 'goodbye',
    confidence: 0.95,
    says: whole(
      '(?:ok(?:ay)?,? )?(?:bye(?: bye)?|goodbye|see (?:you|ya)(?: later)?|good night|have a (?:good|nice|great) (?:day|evening|one)|cya|take care|talk later|gotta go|farewell)',
    ),
  },
  {
    intent: 'greeting',
    confidence: 0.95,
    says: whole(
      '(?:hi|hello|hey|hiya|yo|howdy|greetings)(?: there| everyone| all)?|good (?:morning|afternoon|evening)|morning|(?:is )?anyone there|(?:is )?anybody there|(?:hi|hello|hey)?,? ?(?:how are you|how you|how r you|how are things|how(?: is|s|.s) it going|how do you do)(?: doing| keeping)?(?: today| this (?:morning|evening))?|你好|您好',
    ),
  },
  {
    intent: 'thanks',
    confidence: 0.95,
    says: whole(
      '(?:ok(?:ay)?,? |great,? |perfect,? )?(?:thanks|thank (?:you|u)|thx|ty|tysm|cheers|many thanks|much appreciated|(?:i )?appreciate it|谢谢)(?: (?:so much|a lot|very much|mate|for (?:your|the) help|again|you))?',
    ),
  },
  {
    intent: 'refuse_to_say',
    confidence: 0.92,
    says: /\b(?:rather|prefer) not (?:to )?(?:say|answer|tell|share)\b|\b(?:won't|will not|not going to|not gonna|(?:am not|ain't) gonna|refuse to|don't want to|do not want to|not comfortable) (?:tell|give|share|say|provide|answer|sharing|giving)\b|\bnone of your business\b|^\s*(?:skip|pass|next question|that's private|i refuse)\b[\s.!]*$/,
    unless:
      /\b(?:they|shop|merchant|hotel|he|she|bank|store|seller) (?:won't|will not|refuses?)\b|\bmy money\b/,
  },
  {
    intent: 'dont_know',
    confidence: 0.93,
    says: whole(
      "(?:sorry,? )?(?:i )?(?:really )?(?:don't|do not|dunno|can't|cannot|didn't) ?(?:know|remember|recall|have (?:it|one|that|a reference|the (?:slip|receipt|reference|number))|find (?:it|that|the (?:slip|receipt)))?|(?:i have )?no (?:idea|clue)(?: .{0,20})?|(?:i'm )?not (?:really )?sure|unsure|i forgot|idk|i lost (?:it|the (?:slip|receipt))|it doesn't say|hard to say",
    ),
  },
  {
    intent: 'affirm',
    confidence: 0.93,
    says: whole(
      "(?:yes|yeah|yep|yup|y|ok|okay|sure|correct|right|exactly|true|fine|absolutely|confirm(?:ed)?|agreed|indeed|是|是的|好|对)(?:,? (?:please|that's (?:right|it|correct|the one)|that one|it is|i do|i agree|go ahead|do it|sure|of course|thanks?|sir))?|that's (?:right|it|correct|the one)|i (?:agree|do|confirm)|of course|go ahead|please do|sounds good|yes i (?:have|did|am)",
    ),
  },
  {
    intent: 'deny',
    confidence: 0.93,
    says: whole(
      "(?:no|nope|nah|n|negative|never|neither|不|不是|没有)(?:,? (?:thanks|thank you|it (?:isn't|wasn't|is not)|i (?:don't|haven't|didn't|do not|have not|am not)|not that one|way|need|sorry))?|not (?:really|at all|that one|now|yet)|none of (?:them|these|those)|that's (?:wrong|not (?:right|it|the one))|incorrect|wrong|i (?:don't|do not|disagree|haven't|have not|did not|didn't)",
    ),
  },
]
