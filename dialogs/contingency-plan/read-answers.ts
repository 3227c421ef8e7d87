import {
  type BackUpWay,
  type ContingencyPlan,
  type PlanFunds,
  type PlanPart,
  planLimits,
} from '../../src/domain/contingency/plan.ts'
import { anyMark } from '../../src/domain/redaction/marks.ts'

/** What begins or makes a piece of a message that names its part of the plan by itself. */
const named: readonly [PlanPart, RegExp][] = [
  [
    'shop',
    /^(?:把|我们的?|我的?|本|小)?(?:店铺?(?:的?名字?|名称)?|商户(?:名称?)?|店里)(?:叫做?|是叫|名是|是|为|改成|改为|改叫|应该是|应该叫|[:：])\s*|^(?:change )?(?:the |our |my )?(?:shop|store|café|cafe|restaurant|business)(?:['’]s)?(?: name)?(?: is called| should be| is| to|:| =)\s*|^(?:it['’]s|we are|we['’]re) called\s+/iu,
  ],
  [
    'serviceLine',
    /^(?:把|我们的?|我的?)?(?:收单(?:机构|行|方)?|支付(?:公司|机构)|服务商|(?:官方)?客服|服务)(?:的)?(?:服务|客服|官方)?(?:电话|热线|号码)?(?:是|为|叫|改成|改为|应该是|[:：])?\s*|^(?:change )?(?:the |our |my )?(?:acquirer|provider|processor|payment company|service line|help ?line|hotline|support line)(?:['’]s)?(?: (?:service )?(?:line|number|hotline|phone))?(?: is(?: called)?| should be| to|:)?\s+/iu,
  ],
  [
    'ways',
    /^(?:我们的?)?(?:备用|后备)(?!金|机|pos|账|的)(?:收款)?(?:方式|办法)?(?:有|是|用|[:：])?\s*|^(?:the |our |my )?(?:back-?ups?|fall-?backs?)(?: ways?)?(?: (?:are|is)|:)?\s+/iu,
  ],
  [
    'funds',
    /^(?=(?:我们|店里|最多|大概|大约|也?就)?(?:能|可以|最多|只能)?(?:撑|等|扛|顶)(?:得起|得住|过)?.{0,6}(?:天|日|周|星期|个月))|^(?=.{0,8}备用金)|^(?=(?:we|the shop) (?:can|could) (?:wait|last|survive|hold out))|^(?=(?:the |our |my |a )?(?:cash )?reserves?\b)/iu,
  ],
  [
    'decider',
    /^(?:最后|由|都)?(?=[^，。]{1,16}(?:来?决定|拍板|说了算|做主)$)|^(?:谁)?(?:决定|拍板)(?:的?人)?(?:是|[:：])\s*|^(?=.{1,40} (?:decides|makes the (?:call|decisions?)|has the (?:last word|final say)|is in charge)$)|^(?:the )?(?:decider|decision)(?: is|:)\s*/iu,
  ],
]

const roleAndNumber =
  /(?:店长|老板娘?|财务|会计|出纳|经理|维修|工程师|店员|收银|负责人|联系人|\b(?:manager|owner|accountant|book-?keeper|cashier|engineer|repairs?|technician|contact|boss|supervisor)\b).*\d(?:[\d\s().+-]*\d){4,}/iu

const deciding =
  /(?:来?决定|拍板|说了算|做主)$|\s(?:decides|makes the (?:call|decisions?)|has the (?:last word|final say)|is in charge)$/iu

/** What a message tells of the plan. What names no part by itself answers the question that is open. */
export function readPlanAnswer(text: string, open: PlanPart | undefined): ContingencyPlan {
  const words = new Map<PlanPart, string[]>()
  let part = open
  for (const piece of piecesOf(withoutLead(text))) {
    const found = partNamed(piece, open)
    part = found?.part ?? part
    if (part) words.set(part, [...(words.get(part) ?? []), found?.rest ?? piece])
  }
  const joint = /\p{Script=Han}/u.test(text) ? '，' : ', '
  const told = [...words].map(([each, pieces]) => valueIn(each, pieces, joint))
  return Object.assign({}, ...told)
}

/** Not between the thousands of a sum. */
function piecesOf(text: string): string[] {
  return text
    .split(/[，；;。\n]|,(?!\d{3}(?!\d))|\.(?=\s|$)/u)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
}

function partNamed(piece: string, open: PlanPart | undefined) {
  const own = named.find(([, pattern]) => pattern.test(piece))
  if (own) {
    const [part, pattern] = own
    return { part, rest: piece.replace(pattern, '').replace(deciding, '') }
  }
  // Who decides may be told with role and number, too.
  const person = open !== 'decider' && open !== 'people' && roleAndNumber.test(piece)
  return person ? { part: 'people' as const, rest: piece } : undefined
}

const lead =
  /^(?:(?:不对|不是的|错了|(?:说|写|打|记|填)错了|更正|纠正|改一下|我是说|应该是|sorry|wait|correction|actually|i meant?|no,? i meant?|no,)[，,:：\s]*(?:应该是|应该叫|是|叫)?)+/iu
const insteadOf =
  /^不是[^，,]{1,30}[，,]?\s*(?:而?是)\s*|^(?:it['’]s |it is )?not [^,]{1,40},\s*(?:it['’]s |it is |but )?/iu

/** Whether the message takes something back. */
export function takesBack(text: string): boolean {
  return lead.test(text.trim()) || insteadOf.test(text.trim())
}

function withoutLead(text: string): string {
  return text.trim().replace(lead, '').replace(insteadOf, '')
}

/** Whether anything but the taking back is said. */
export function saysWhatIsRight(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(withoutLead(text))
}

/** Whether a message names a part of the plan by itself. */
export function namesPlanPart(text: string): boolean {
  return piecesOf(withoutLead(text)).some((piece) => partNamed(piece, undefined) !== undefined)
}

function valueIn(part: PlanPart, pieces: string[], joint: string): ContingencyPlan {
  const whole = pieces.join(joint)
  if (part === 'people') return { people: peopleIn(pieces) }
  if (part === 'ways') return waysIn(whole)
  if (part === 'funds') return { funds: fundsIn(pieces, joint) }
  const long = part === 'serviceLine' ? planLimits.long : planLimits.short
  return { [part]: tidy(whole, long) }
}

/** Fit for the sheet: on one line, without what was hidden, cut where it would not fit. */
function tidy(words: string, longest: number): string | undefined {
  const plain = words
    .replace(anyMark, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s，,:：。.-]+|[\s，,:：。]+$/gu, '')
  const signs = [...plain]
  if (!/[\p{L}\p{N}]/u.test(plain)) return undefined
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : plain
}

function peopleIn(pieces: readonly string[]): string[] | undefined {
  const each = pieces.flatMap((piece) =>
    piece.split(/、|(?<=\d)\s+and\s+(?=\D)|(?<=\d)\s*(?=\p{Script=Han})/u),
  )
  const found = each.flatMap((person) => tidy(person, planLimits.short) ?? [])
  return found.length > 0 ? found.slice(0, planLimits.people) : undefined
}

const wayPatterns: readonly [BackUpWay, RegExp][] = [
  [
    'second_terminal',
    /第?二台|备用机|另外?一台|备用的?(?:pos|刷卡|终端)|\b(?:second|spare|another|other|back-?up) (?:card )?(?:terminal|machine|reader)/iu,
  ],
  ['other_code', /码|微信|支付宝|云闪付|\bqr\b|wechat|alipay|\bwallets?\b/iu],
  [
    'bank_transfer',
    /转账|轉帳|汇款|对公|\btransfers?\b|\biban\b|\bwire\b|\bzelle\b|\bbank account\b/iu,
  ],
  ['cash', /现金|現金|零钱|\bcash\b/iu],
]
const everyWay = /^(?:全部|都要|全都要|全选|都有|都可以|all(?: of (?:them|these))?|everything)$/iu
const onlyNumbers = /^[1-4](?:[\s,，、.和跟与&+]|and)*(?:[1-4](?:[\s,，、.和跟与&+]|and)*)*$/iu
const denied = /^(?:没有?|不|别)|\bno\b|\bnot\b|n['’]t\b/iu

function waysIn(whole: string): ContingencyPlan {
  const all = wayPatterns.map(([way]) => way)
  if (everyWay.test(whole.trim())) return { ways: all }
  if (onlyNumbers.test(whole.trim())) {
    const numbers = [...whole.matchAll(/[1-4]/gu)].map(([each]) => Number(each) - 1)
    return { ways: all.filter((_, index) => numbers.includes(index)) }
  }
  const pieces = whole.split(/[，,、;/+]|\band\b|\bor\b|和|或者?|还有|以及/iu)
  const meant = pieces.filter((piece) => !denied.test(piece.trim()))
  const ways = all.filter((_, index) => meant.some((piece) => wayPatterns[index]?.[1].test(piece)))
  const others = meant.filter((piece) => !wayPatterns.some(([, pattern]) => pattern.test(piece)))
  return {
    ways: ways.length > 0 ? ways : undefined,
    otherWays: tidy(
      others
        .map((each) => each.trim())
        .filter(Boolean)
        .join(/\p{Script=Han}/u.test(whole) ? '、' : ', '),
      planLimits.short,
    ),
  }
}

const wait =
  /(?:\d+|[一二两三四五六七八九十半]+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|a|a couple of)\b)\s*(?:[-–~到至]\s*\d+\s*)?(?:个)?(?:工作日|天|日|周|星期|礼拜|月|(?:working |business )?days?\b|weeks?\b|months?\b)/iu
const fundsPatterns: readonly [keyof PlanFunds, RegExp][] = [
  [
    'canWait',
    /供应商|房租|货款|可以[晚缓拖迟]|[晚缓拖迟]付|后付|延[后期付]|\b(?:suppliers?|rent|bills?|invoices?)\b|\b(?:later|postpone|put off|defer|delay)/iu,
  ],
  [
    'reserve',
    /备用金|现金|存款|储备|余钱|周转金|授信|\b(?:reserves?|savings|cash|credit|overdraft|loan)\b/iu,
  ],
  ['account', /账户|帐户|账号|公户|卡里|银行|\baccount\b|\bbank\b/iu],
]

/** A bare number is a number of days; what fits nowhere is taken for the reserve. */
function fundsIn(pieces: readonly string[], joint: string): PlanFunds | undefined {
  const found: Partial<Record<keyof PlanFunds, string[]>> = {}
  for (const piece of pieces) {
    const days = /^\d{1,3}$/u.exec(piece)?.[0] ?? wait.exec(piece)?.[0]
    const kind = fundsPatterns.find(([, pattern]) => pattern.test(piece))?.[0]
    const field = kind ?? (days ? 'wait' : 'reserve')
    found[field] = [...(found[field] ?? []), field === 'wait' && days ? days : piece]
  }
  const of = (field: keyof PlanFunds) => {
    const words = found[field]
    return words && tidy(words.join(joint), planLimits.short)
  }
  const funds = {
    wait: of('wait'),
    reserve: of('reserve'),
    canWait: of('canWait'),
    account: of('account'),
  }
  return Object.values(funds).some(Boolean) ? funds : undefined
}

const skips =
  /^(?:先|就|都|那)?(?:跳过|略过|下一个|下一题|空着|留空|不填|没有|暂无|无|还没(?:有|定|想好)|没想好|不清楚|不知道|以后再(?:填|说)|回头再(?:填|说)|skip|pass|next|blank|none|nothing|no|nope|later|not yet|n\/a|leave (?:it|this|that) (?:blank|empty|out)|i don['’]t (?:know|have (?:any|one|that)))(?:\s*(?:这个|这题|这条|吧|了|好了|this(?: one)?|that(?: one)?|it|please|for now|question))*[。.!！\s]*$/iu

/** "Skip": the place stays blank, to be filled by hand. */
export function skipsPart(text: string): boolean {
  return skips.test(text.trim())
}

const ends =
  /(?:剩下|后面|其余|全部|都)的?(?:都|全)?(?:跳过|空着|不填)|跳过(?:全部|所有|剩下)|直接(?:生成|出|打印)|\bskip (?:all|the rest|everything)|\b(?:just|now) (?:print|make|finish) it\b|\bfinish (?:it )?now\b|\bleave the rest\b/iu

/** "Skip the rest": the sheet is made of what is there. */
export function endsQuestions(text: string): boolean {
  return ends.test(text)
}

const enough =
  /^(?:就这些|就这样|没(?:有)?(?:别的|其他|了)|够了|好了|that(?:['’]s| is) (?:all|it|enough)|no(?:thing)? (?:more|others?|else)|done)[了。.!！\s]*$/iu

/** "That is all": no more of what can be chosen several times. */
export function isEnough(text: string): boolean {
  return enough.test(text.trim())
}
