import type { Cue } from '../diagnosis/story.ts'
import { unlawfulRequests } from './catalogue.ts'
import { type FoundSign, signsIn } from './detect-fraud-signs.ts'
import { normaliseText } from './normalise-text.ts'

/**
 * Where a customer stands: `loss` money or card data is gone, `in_progress` somebody is trying,
 * `question` they ask whether it is real, `none` nothing of the kind.
 */
export const fraudSituations = ['in_progress', 'loss', 'question', 'none'] as const
export type FraudSituation = (typeof fraudSituations)[number]

export interface FraudAssessment {
  signs: FoundSign[]
  situation: FraudSituation
}

/** Reads a message for fraud. `cues` are what understanding found in the same message. */
export function assessFraud(text: string, cues: readonly Cue[] = []): FraudAssessment {
  const folded = normaliseText(text)
  const signs = signsIn(folded)
  return { signs, situation: situationOf(folded, signs, cues) }
}

function situationOf(text: string, signs: FoundSign[], cues: readonly Cue[]): FraudSituation {
  if (cues.includes('loss_happened') || cues.includes('card_data_given')) return 'loss'
  if (tellsOfFraudLoss(text)) return 'loss'
  if (signs.length === 0) return scamQuestion.test(text) ? 'question' : 'none'
  if (signs.some(isDoneToCustomer) && tellsOfGiving(text)) return 'loss'
  return realityQuestion.test(text) ? 'question' : 'in_progress'
}

function isDoneToCustomer({ sign }: FoundSign): boolean {
  return !unlawfulRequests.includes(sign)
}

/** Losses that need no further sign: cheated, stolen, card used by another. */
const lossAlone = [
  /(?<!(?:会|怕|怕是|担心|防止|避免|是不是|防|不|没|没有|差点|险些|小心)[^,.;!?。]{0,3})被(?:人|他|她|他们|骗子|对方)?(?:给)?(?:电信)?(?:骗|诈骗|欺诈)(?:了|走|去|过|掉|\d|[一两二三四五六七八九十几])/,
  /(?<!怀疑[^,]{0,4})上当了|中招了|(?<!会|会不会|怕|没有?|防止?)(?:被)?盗刷了?|骗(?:了|走)(?:我|我们|我妈|我爸)/,
  /(?:钱|款|余额|资金|存款|卡里)[^,.;!?。]{0,8}被(?:人|他|他们|骗子|对方)?(?:转走|刷走|骗走|盗走|卷走|取走|转空|偷)/,
  /(?:给|向)骗子(?:转|汇|打|付|发)|骗子[^,.;!?。]{0,10}(?:刷走|转走|拿走|骗走|盗走)|(?:卷款|拿了钱|收了钱|骗了钱|带着钱)[^,.;!?。]{0,4}(?:跑|失联|消失)/,
  /(?:远程|app|软件|二维码|链接|拉黑)[^.;!?。]{0,12}(?:把钱转走|钱(?:就)?(?:没了|不见了|被转)|钱不退)/,
  /(?:他|对方|客服|骗子|那个人|陌生人)(?:让|叫|要)我(?:转账|转钱|汇款|打钱)[^;!?。]{0,6}(?:已经|都|就|也)?(?:转|汇|打)了/,
  /\b(?:i|we|my \w+)(?:'ve| have| has| was| were| got| just| been| 'm| am| think i)* ?(?:been |got |just )*(?:scammed|defrauded|conned|swindled|ripped off|phished|tricked (?:into|out of))(?! ?\?)/,
  /\b(?:money|funds|savings|account|balance)\b[^.;!?\n]{0,20}\b(?:was|has been|were|have been|got|is|been) (?:stolen|drained|emptied|wiped)/,
  /(?<!\byou(?: \w+)? )\bstole (?:my|our|all|money|\d)|\b(?:sent|transferred|paid|gave)\b[^.;!?\n]{0,25}\bto (?:a|the) (?:scammer|fraudster|thief)|\b(?:scammer|fraudster|thief|thieves)\b[^.;!?\n]{0,15}\b(?:took|charged|used|has my|have my|emptied|got)\b|\b(?:they|he|she|rep|agent|someone)\b[^.;!?\n]{0,12}\b(?:emptied|drained|cleaned out) my|\bran (?:away|off) with (?:my|our|the) money\b|\b(?:they|he|she|agent|rep|salesman) took (?:my|our|the) money and\b|\blost\b[^.;!?\n]{0,20}\bto a scam|\b(?:i|we) (?:just )?(?:got|was|were|been) robbed|\bblocked me after i paid|\b(?:card|account) (?:was|has been|got) (?:cloned|stolen and used|hacked|taken over)|\bused my card without/,
]

const unsureOfLoss =
  /\b(?:if|will|am) i (?:get |be |being )?(?:scammed|defrauded|conned)|being scammed\s*\?/

function tellsOfFraudLoss(text: string): boolean {
  return !unsureOfLoss.test(text) && lossAlone.some((pattern) => pattern.test(text))
}

const notYet = `(?<!(?:还没有?|没有?|未|不敢|幸好没|差点|要不要|该不该|如果|要是|万一|假如|先不)[^,.;!?。]{0,3})(?<!(?:客户|顾客|买家|客人|对方|多|他|她)(?:已经)?)`

/** Money, data or control handed over; counts only beside a sign. */
const givenZh = [
  `${notYet}(?:转账?|汇|打|付|刷|交|充|存)(?:过去|出去|给(?:他|她|对方|骗子|客服|他们|那边))?(?:款|钱|费|卡|押金)?[了过](?!没|吗)`,
  `${notYet}(?:转|汇|刷|付|交|打)(?:了|过去|出去)[^,.;!?。]{0,4}(?:钱|款|\\d|[几一两二三五九十])`,
  '(?:验证码|密码|cvv|安全码|卡号|三位|有效期)[^,.;!?。]{0,6}(?<!没|没有|还没)(?:给了?|告诉了?|发给?|报给?了?|念给?|说给?|提供给?|输|填)(?:他|她|对方|客服|人家|骗子|他们|那边|别人)?(?:了|进去)',
  `${notYet}(?:给|告诉|报|念|说|提供|输|填|输入|填写|泄露)[了过](?:他|她|对方|客服|人家|骗子|他们)?[^,.;!?。]{0,8}(?:验证码|密码|cvv|安全码|卡号|三位|有效期|身份证)`,
  '我(?:已经|也|就|都|刚才?|当时)?给了(?!吗)',
  '(?:告诉|报给|念给|发给|说给|提供给)(?:他|她|对方|客服|人家|骗子|他们|那边|别人|陌生人)[了过]',
  `${notYet}(?:我|已经?|刚|刚才|刚刚|都|不小心|就|也|老人|我妈|我爸)[^,.;!?。没不]{0,4}(?:点|点击|点开|下载|装|安装|共享|扫|打开|登录|刷脸|做|开|输入|填|填写|按)[^,.;!?。没不]{0,6}(?:了|过|进去)(?!没|吗)`,
  `${notYet}(?:我|已经?|店员|员工|收银员)[^,.;!?。没不]{0,4}退(?:款|货)?(?:了|过去|出去)`,
  '安全账户了',
  '(?:钱|款|卡里|余额)[^,.;!?。]{0,6}(?:没了|不见了|少了|被扣|被转|被划)|扣了[^,.;!?。]{0,4}\\d',
].map((source) => new RegExp(source))

const givenEn =
  /(?<!\bif )(?<!should )\b(?:i|we|my (?:mum|mom|dad|mother|father|wife|husband|staff|employee|cashier|colleague|son|daughter))(?:'ve| have| had| has)?(?: already| just| even| also| accidentally| stupidly| now| then| unfortunately)* (?:paid|sent|transferred|wired|moved|swiped|gave|given|told (?:him|her|them|the)|read (?:it|out|him|her|them|the)|shared|typed|entered|installed|downloaded|clicked|tapped|opened|scanned|refunded|let (?:him|her|them)|bought|handed|provided|forwarded|texted|deposited|keyed|processed|ran|hit|put (?:in|through|my)|did (?:it|what|the|so)|charged)\b|\b(?:already|just) (?:paid|sent|transferred|swiped|gave|shared|installed|clicked|refunded|moved)\b|\b(?:money|funds|cash|balance)\b[^.;!?\n]{0,20}\b(?:gone|missing|left|disappeared|taken)\b/

function tellsOfGiving(text: string): boolean {
  return givenZh.some((pattern) => pattern.test(text)) || givenEn.test(text)
}

/** Asks whether it is real, allowed or safe; "what shall I do?" is not such a question. */
const realityQuestion =
  /真的(?:吗|么|假的)|真的假的|真假|是真是假|是不是|骗子|骗局|骗人|诈骗吗|可信|能信|信得过|靠谱|要不要|该不该|能不能|可不可以|用不用|需不需要|安全吗|正规|合法|正常|违法|合规|会不会|是否|怎么(?:判断|辨别|确认)|有(?:没有)?问题吗|(?<!怎么[^?]{0,6})(?:吗|么)\s*[?。!]*$|\b(?:is|are|was) (?:this|that|it|he|she|they|these|the (?:call|text|message|link|email|offer|app|caller))\b|\b(?:should|must|shall) (?:i|we)\b|\b(?:can|may) (?:i|we)\b|\bdo (?:i|we|you) (?:have to|need|really|ever|want|ask)|\b(?:have|need) to\b[^.!]*\?|\b(?:legit|scam|real|safe|legal|normal|right|ok|okay|allowed|true|genuine)\s*\?|\b(?:sounds?|looks?|seems?) (?:legit|like a scam|fishy|suspicious|dodgy)|\b(?:would|will) (?:you|they) (?:ever |really )?(?:ask|need|want|call)|\bwould you\b|\bam i being\b/

/** Without any sign: the customer still wonders about fraud. */
const scamQuestion =
  /(?:是不是|会不会|是否|算不算|怕|担心)[^,.;!?。]{0,8}(?:骗|欺诈|诈骗)|(?:骗子|骗局|骗人的?|诈骗|被骗了?|欺诈)吗|真的假的|这个?(?:短信|电话|链接|二维码|网站|人|客服)[^,.;!?。]{0,6}(?:是你们|是不是你们|真的|官方)|\bis this (?:call|caller|message|email|text|sms|person|link|website)\b|\b(?:is|are|was|could|am)\b[^.;!?\n]{0,30}\b(?:scam|scammer|scammed|fraud|fraudster|phishing)\b|\bscam\s*\?/
