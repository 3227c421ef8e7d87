import type { Cause } from '../../src/domain/diagnosis/causes.ts'
import type { CauseWords, Line, VerdictFacts } from './facts.ts'

const by = (f: VerdictFacts, fallback: string) => (f.expected ? `${f.expected}前` : fallback)
const filed = '投诉单已登记，写明了处理期限；到期没有结果，可以再往上投诉。'
const from: Line = (f) => (f.overdue ? filed : later(f))
const later: Line = (f) =>
  f.ticketFrom
    ? `到 ${f.ticketFrom} 还没有，告诉我，我就为您登记投诉单去追查。`
    : '到时没有，告诉我，我来登记投诉单追查。'
const wait: Line = (f) => (f.expected ? waitUntil(f) : '请留意账户入账，不用重新刷。')
const waitUntil: Line = (f) =>
  f.provisional
    ? '先等一等；这个日期按现有日历推算，明年放假安排公布后可能有变。'
    : '不用做什么，等到上面的时间就好。'
const overdue: Line = (f) =>
  `这笔${f.wasDue ? `本该在 ${f.wasDue} 前` : '早该'}到账，已经超时，我已登记投诉单催办。`
const slightlyLate: Line = (f) =>
  `这笔应在 ${f.wasDue} 前到账，现在晚了一点${f.ticketFrom ? `，请等到 ${f.ticketFrom}` : ''}。`
const documentsIn = (f: VerdictFacts): string | undefined => {
  if (f.submitted) return '材料已交，等审核结果。'
  return f.saidSubmitted
    ? `您说材料已交：请在官方渠道看一下有没有缺的${f.documents ? `（要求的是：${f.documents}）` : ''}，没有缺就只需等审核。`
    : undefined
}
const undone = (f: VerdictFacts, how: string) =>
  f.oneUndone
    ? '您只付一次：另一笔已经撤回，那条记录或冻结会自动消失。'
    : `这笔付款${how}，不会扣您的钱，那条记录或冻结会自动消失。`
const arrival: Line = (f) => {
  if (!f.overdue && !f.expected && f.wasDue) return slightlyLate(f)
  return f.overdue
    ? overdue(f)
    : `钱在结算路上，${f.provisional ? '暂估' : '预计'}${by(f, '按合同周期')}到账。`
}
const sale = (f: VerdictFacts) => f.amount ?? '这笔'

/** Nothing is wrong: for a cardholder, for money that has come, for money on its way. */
function inOrder(f: VerdictFacts): Omit<CauseWords, 'name'> {
  if (f.role === 'cardholder') return completedOnce
  return f.creditedWhen ? credited : onItsWay
}

const completedOnce: Omit<CauseWords, 'name'> = {
  headline: () => '这笔消费成交了一次，记录里没有异常。',
  why: () => '交易已完成，没有第二笔扣款、退款、冻结或争议。',
  now: () => '如果应当退钱，请商户办理退款，并把退款参考号给您。',
  otherwise: () => '不是您本人刷的，或商户不肯退，告诉我。',
}

const credited: Omit<CauseWords, 'name'> = {
  headline: (f) =>
    `${f.payoutAmount ?? sale(f)} 已在 ${f.creditedWhen} 入账${f.to ? `，账户尾号 ${f.to}` : ''}。`,
  why: () => '出款已由收款银行确认入账。',
  now: () => '请在该账户的明细里按日期和金额核对；几笔可能合并成一笔入账。',
  otherwise: () => '明细里确实没有，告诉我，我登记单子请银行查。',
}

const onItsWay: Omit<CauseWords, 'name'> = {
  headline: arrival,
  why: (f) =>
    !f.overdue && !f.expected && f.wasDue
      ? '约定的那天已过；出款后银行入账还会留出一个工作日。'
      : `还在合同约定的结算时间里${f.tradeDay ? `，交易日算 ${f.tradeDay}` : ''}。`,
  now: wait,
  otherwise: from,
}

export const causesZhCn: Record<Cause, CauseWords> = {
  RC_WITHIN_WINDOW: {
    name: '还在正常结算时间内',
    headline: (f) => inOrder(f).headline(f),
    why: (f) => inOrder(f).why(f),
    now: (f) => inOrder(f).now(f),
    otherwise: (f) => inOrder(f).otherwise(f),
  },
  RC_AFTER_CUTOFF: {
    name: '过了当天结算截止时间',
    headline: arrival,
    why: (f) =>
      `刷卡时已过当天的结算截止时间${f.cutoff ? `（${f.cutoff}）` : ''}，算${f.tradeDay ? ` ${f.tradeDay}` : '第二天'}的交易，所以晚一天。`,
    now: wait,
    otherwise: from,
  },
  RC_NON_WORKING_DAY: {
    name: '中间隔着休息日',
    headline: arrival,
    why: (f) => `您的结算只算工作日，中间隔着${f.daysOff ?? '周末或节假日'}，顺延到下一个工作日。`,
    now: wait,
    otherwise: from,
  },
  RC_PAYOUT_SCHEDULE: {
    name: '按约定的出款安排',
    headline: (f) =>
      f.expected
        ? `钱已在您的结算余额里，预计${f.expected}前出款到账。`
        : '钱已在您的结算余额里，还没有安排出款。',
    why: (f) => f.reason ?? '您的账户是按固定日期或由您自己提现出款，或余额未到起结金额。',
    now: () => '可以在收单机构的商户后台改出款频率，或自己发起提现。',
    otherwise: () => '发起提现后下一个工作日仍未到账，告诉我，我来追查。',
  },
  RC_FIRST_PAYOUT: {
    name: '首次出款时间较长',
    headline: (f) =>
      f.overdue
        ? `这是首次出款，${overdue(f)}`
        : `这是首次出款，预计${by(f, '按首次出款期限')}到账。`,
    why: () => '新商户的第一笔出款要先完成账户核实，比平时慢。',
    now: () => '请在收单机构的商户后台看看是否还有待完成的认证。',
    otherwise: from,
  },
  RC_DECLINED: {
    name: '交易被拒绝',
    headline: () => '这笔没有成交，通常不会扣款。',
    why: (f) => (f.codeMeaning ? `返回的意思是“${f.codeMeaning}”。` : '记录显示付款被拒绝。'),
    now: (f) =>
      f.codeAdvice ??
      '可以换一张卡或换一种方式；银行卡账单里若有待入账的一笔，通常几天内自动消失。',
    otherwise: (f) =>
      f.overdue
        ? filed
        : `若那笔扣款${f.ticketFrom ? `到 ${f.ticketFrom} ` : '超过 14 天'}还在，请联系发卡行，也告诉我，我来登记。`,
  },
  RC_TIMEOUT_REVERSED: {
    name: '超时后已自动冲正',
    headline: (f) =>
      f.overdue
        ? '这笔没有成功，扣的钱早该退回，我已登记投诉单去追。'
        : `${f.oneUndone ? '两笔里只有一笔成交，另一笔' : '这笔'}没有成功，扣的钱会自动退回${f.expected ? `，预计${f.expected}前` : ''}。`,
    why: () => '交易没有及时得到回应，系统已经或正在把它撤回（冲正）。',
    now: (f) =>
      f.role === 'merchant'
        ? '先不要让客人再刷；请客人看银行卡明细，冲正通常几分钟到几个工作日。'
        : '先不要重复付款；看一下银行卡明细，冲正通常几分钟到几个工作日。',
    otherwise: from,
  },
  RC_ONE_SIDED: {
    name: '银行扣了款而商户没有这笔',
    headline: (f) =>
      `${f.debited ? '银行扣了款、商户这边没有成功' : '这笔结果还没有确定，先不要再刷；没有成功的扣款'}，${f.overdue ? '早该退回，我已登记投诉单去追' : `会退回，一般${f.expected ? `${f.expected}前` : ' 3 到 7 个工作日'}`}。`,
    why: () => '付款时两边的记录没对上（单边账），由自动冲正或对账退回。',
    now: () =>
      '先不要再刷一次；请留好扣款短信、时间和终端号，商户可先做一笔联机交易让终端自动冲正。',
    otherwise: (f) =>
      f.overdue
        ? `也请打卡背面的发卡行电话查询。${filed}`
        : `${f.ticketFrom ? `到 ${f.ticketFrom}` : '7 个工作日后'}仍未退回，请打卡背面的发卡行电话查询，我同时登记投诉单。`,
  },
  RC_NOT_CAPTURED: {
    name: '只授权、没有请款',
    headline: () => '这笔只是冻结了客人的额度，还没有请款，所以不会结算。',
    why: () => '授权之后没有做“预授权完成”或批结算。',
    now: (f) =>
      `请在终端或后台完成请款${f.releaseBy ? `，最晚 ${f.releaseBy}，过期要重新收款` : '，冻结到期前做'}。`,
    otherwise: () => '完成请款时报错，告诉我提示的文字，我来登记。',
  },
  RC_OFFLINE_NOT_UPLOADED: {
    name: '离线交易没有上传',
    headline: () => '这笔是离线刷的，还没有上传，所以没有开始结算。',
    why: () => '终端当时没有联网，记录只存在终端里。',
    now: () => '请让终端联网，做一次签到或批结算，把离线交易传上去；上传前不要更换或重置终端。',
    otherwise: (f) => (f.overdue ? filed : '24 小时后还没上传成功，告诉我，我来登记。'),
  },
  RC_VOIDED: {
    name: '交易已被撤销',
    headline: (f) =>
      f.role === 'merchant' ? '这笔已被撤销，不会结算，客人的钱会退回。' : undone(f, '已被撤销'),
    why: () => '记录里有一笔当天的撤销（或授权已过期）。',
    now: (f) =>
      f.role === 'merchant'
        ? '如果不该撤销，请征得客人同意后重新收款。'
        : '请在卡的明细里看：撤销后原来那一笔会消失。',
    otherwise: () => '客人或您对撤销有异议，告诉我，我来登记。',
  },
  RC_REVERSED_BY_CASHIER: {
    name: '收银端冲正',
    headline: (f) =>
      f.role === 'merchant'
        ? '这笔在收银端被冲正了，不会结算，客人的钱会退回。'
        : undone(f, '在收银端被冲正了'),
    why: (f) =>
      f.oneUndone
        ? '两笔相同的付款，一笔成交，另一笔已被冲正。'
        : '记录显示成交后又被冲正，没有超时的痕迹。',
    now: (f) =>
      f.role === 'merchant'
        ? '请问一下当班收银；如果确实卖出了，征得客人同意后重新收款。'
        : '请在卡的明细里看：冲正后原来那一笔会消失。',
    otherwise: () => '有异议就告诉我，我来登记。',
  },
  RC_ENTRY_ERROR: {
    name: '金额或时间录错',
    headline: (f) =>
      `记录里的金额是 ${f.amount ?? '另一个数'}，和您说的${f.told ? ` ${f.told}` : ''}不一样。`,
    why: () => '很可能是收银时输错了，或者记成了另一笔。',
    now: (f) =>
      f.role === 'merchant'
        ? '请对照小票；确实输错，可以撤销（当天）或退货（隔天）后重新收款。'
        : '请拿小票和商户核对；当天可以撤销，隔天可以退货，再按正确金额付款。',
    otherwise: () => '对方不同意更正，告诉我，我来登记。',
  },
  RC_WRONG_PROVIDER: {
    name: '不是我们机构的交易',
    headline: () => '这笔看来不是经我们收单的，要问小票上写的那家机构。',
    why: () => '我们的记录里没有它，而小票上是别的收单机构或商户名。',
    now: () => '请看小票上方的收单机构名称和电话，打那个电话查。',
    otherwise: () => '如果小票上写的就是我们，告诉我小票上的参考号，我马上再查。',
  },
  RC_NET_OF_FEES: {
    name: '扣了手续费的净额',
    headline: (f) =>
      `钱已到账：${f.net ?? '净额'}，比刷卡金额少的${f.fee ? ` ${f.fee} ` : ''}是手续费。`,
    why: (f) =>
      `${f.amount ?? '刷卡金额'} 减去手续费${f.fee ? ` ${f.fee}` : ''}，正好是 ${f.net ?? '到账的数'}。`,
    now: () => '请核对合同上的费率。',
    otherwise: () => '费率和合同不一致，告诉我，我来登记。',
  },
  RC_NETTED: {
    name: '被退款、争议或费用抵扣',
    headline: (f) =>
      `这次出款扣掉了别的款项${f.payoutAmount ? `，实际出款 ${f.payoutAmount}` : ''}。`,
    why: (f) =>
      f.deductions
        ? `被抵扣的有：${f.deductions}。`
        : '到账比扣完手续费还少；记录里没有列出扣的是哪一项，通常是退款、争议或费用。',
    now: () => '请对照您的退款和争议记录。',
    otherwise: () => '有哪一项不认识，告诉我，我来登记查清。',
  },
  RC_DUPLICATE_CHARGE: {
    name: '重复扣款',
    headline: () => '查到两笔相同的扣款都成功了，多扣的一笔应当退。',
    why: () => '同一张卡、同样金额、同一家店，短时间内有两笔都完成了。',
    now: () => '我已登记请商户退回第二笔；您也可以凭小票直接找商户退。',
    otherwise: () => '商户拒绝，或 10 个工作日还没退，可以请发卡行处理；我会继续跟。',
  },
  RC_SETTLE_ACCOUNT_INVALID: {
    name: '结算账户有问题',
    headline: (f) => `这笔出款被银行退了回来，要先更正结算账户${f.to ? `（尾号 ${f.to}）` : ''}。`,
    why: (f) => (f.reason ? `银行的说法是“${f.reason}”。` : '结算账户信息不符，或账户不能用了。'),
    now: () => '请在收单机构的官方 App 或后台核对户名、账号，更正或换成本人/本企业名下的账户。',
    otherwise: () => '我已登记，更正后由收单机构重新出款；两个工作日还没有，告诉我。',
  },
  RC_ACCOUNT_LIMIT: {
    name: '收款账户限额',
    headline: (f) =>
      `这笔出款被银行退了回来：超过了收款账户${f.to ? `（尾号 ${f.to}）` : ''}的限额。`,
    why: (f) =>
      `${f.reason ? `银行的说法是“${f.reason}”。` : ''}二类个人账户从他人转入一般每天最多 1 万元，这次${f.net ? ` ${f.net}` : ''}超了。`,
    now: () => '请到银行把账户升级为一类户，或在收单机构的官方 App 改用一类户、对公户。',
    otherwise: () => '我已登记；改好后由收单机构重新出款，两个工作日还没有，告诉我。',
  },
  RC_OLD_ACCOUNT: {
    name: '打到了旧账户',
    headline: (f) => `钱打到了您更换前的旧账户${f.to ? `（尾号 ${f.to}）` : ''}。`,
    why: (f) =>
      `生成出款文件时用的还是旧账户${f.currentTo ? `，现在的账户尾号是 ${f.currentTo}` : ''}。`,
    now: () => '请先查旧账户的明细。',
    otherwise: () => '旧账户已销户或查不到，告诉我，我来登记追回。',
  },
  RC_BANK_POSTING_DELAY: {
    name: '已出款、银行还没入账',
    headline: (f) =>
      `钱已发出${f.to ? `到尾号 ${f.to} 的账户` : ''}，${f.overdue ? '银行过了期限还没入账，我已登记投诉单追查' : '在等银行入账'}。`,
    why: () => '收单机构已经出款，也没有被退回；收款银行还没记到账上。',
    now: (f) => `可以带上${f.traceRef ? `追踪号 ${f.traceRef}` : '金额和日期'}请收款银行查一下。`,
    otherwise: from,
  },
  RC_RISK_HOLD: {
    name: '风控延迟结算',
    headline: () => '这笔被延迟结算，正在核实，钱还在收单机构。',
    why: (f) =>
      f.reason
        ? `收单机构的说法是“${f.reason}”。`
        : '记录里没有写原因；按规定应当告诉您原因和需要的材料。',
    now: (f) =>
      documentsIn(f) ??
      `请在收单机构的官方渠道提交${f.documents ? `：${f.documents}` : '要求的材料'}；不要发在聊天里。`,
    otherwise: (f) => {
      if (f.overdue) return filed
      return f.ticketFrom
        ? `到 ${f.ticketFrom} 还没有说明或结果，告诉我，我来登记投诉单。`
        : '交齐材料后 5 个工作日没有结果，告诉我，我来登记投诉单。'
    },
  },
  RC_KYC_EXPIRED: {
    name: '证照过期',
    headline: () => '结算暂停了，因为证照需要更新。',
    why: (f) => `${f.reason ?? '商户登记的营业执照或证件已过期'}。`,
    now: (f) =>
      documentsIn(f) ??
      `请在收单机构的官方 App 或后台更新${f.documents ? `：${f.documents}` : '证照'}；不要发在聊天里。`,
    otherwise: (f) => (f.overdue ? filed : '更新后 3 个工作日还没恢复，告诉我，我来登记。'),
  },
  RC_MERCHANT_LIMIT: {
    name: '超过商户收款限额',
    headline: (f) =>
      f.codeMeaning
        ? '这笔没有成交：超过了您的收款限额。'
        : '这笔超过了您的收款限额，所以没有按时结算。',
    why: (f) => `${f.reason ?? f.codeMeaning ?? '单笔或当天累计超过了收单机构给您的限额'}。`,
    now: () => '请向收单机构申请调高限额，备好合同、发票；不要把一笔拆成几笔刷。',
    otherwise: () => '申请后没有回音，告诉我，我来登记。',
  },
  RC_DISPUTE_HOLD: {
    name: '争议处理中',
    headline: (f) =>
      `持卡人对这笔提出了争议，款项在处理期间被扣住${f.disputeDue ? `，请在 ${f.disputeDue} 前回复` : ''}。`,
    why: () => '发卡行在要凭证（调单）或要求退款（拒付），结论出来前这笔钱不能动。',
    now: () => '请准备签名小票、发票、送货证明，从收单机构的官方渠道提交；期间不要另外退款。',
    otherwise: () => '过了期限没有回复，一般视为同意退款。需要帮忙就告诉我。',
  },
  RC_JUDICIAL_FREEZE: {
    name: '被有权机关冻结',
    headline: () => '这笔款被有权机关冻结，只有对方能解除，我请同事跟您说明。',
    why: (f) => f.reason ?? '记录显示出款被冻结。',
    now: () => '请向收单机构问清是哪家机关、文书号，再和该机关联系。',
    otherwise: () => '我已转人工，同事会告诉您能查到的信息。',
  },
  RC_REGULATORY: {
    name: '规则变更',
    headline: (f) => `因为规定有变，这笔要晚一些${f.expected ? `，预计${f.expected}前` : ''}。`,
    why: (f) => f.incident ?? f.reason ?? '收单机构发了通知。',
    now: () => '请看收单机构的正式通知，按通知补办手续。',
    otherwise: from,
  },
  RC_ACQUIRER_INCIDENT: {
    name: '收单机构或平台故障',
    headline: (f) =>
      `收单机构这边出了故障，钱没有丢${f.expected ? `，预计${f.expected}前恢复` : ''}。`,
    why: (f) => f.incident ?? '故障公告和您的结算时间重叠。',
    now: () => '不用重复操作，也不要重刷；恢复后会补结算。',
    otherwise: (f) =>
      f.expected
        ? `过了${f.expected}还没有，告诉我，我来登记投诉单。`
        : '恢复后仍没有，告诉我，我来登记投诉单。',
  },
  RC_BANK_DELAY: {
    name: '银行处理慢',
    headline: (f) =>
      f.overdue ? overdue(f) : `银行处理慢了${f.expected ? `，预计${f.expected}前` : ''}。`,
    why: (f) =>
      f.incident ?? '记录里没有退回、冻结或扣款，只是没有按时走完，要由收单机构和银行说明。',
    now: () => '请留好小票；不需要重新刷。',
    otherwise: (f) =>
      f.overdue ? '下面的投诉单写明了处理期限，到期没有结果可以再往上投诉。' : from(f),
  },
  RC_TERMINAL_FAULT: {
    name: '终端故障',
    headline: () => '看来是终端没有把交易做成。',
    why: (f) =>
      f.codeMeaning ? `终端返回“${f.codeMeaning}”。` : '收单记录里没有这笔，而终端有故障。',
    now: () => '请重启、检查打印纸和程序版本，再重新签到；先查记录，不要马上重刷。',
    otherwise: () => '24 小时内还不能用，告诉我，我来登记报修。',
  },
  RC_NETWORK: {
    name: '网络不稳',
    headline: () => '看来是网络断了，交易没有传到收单机构。',
    why: () => '收单记录里没有这笔，而当时网络不稳。',
    now: () => '请换一个网络，让终端联机一次（它会自动冲正未完成的交易），再查记录，不要马上重刷。',
    otherwise: () => '24 小时后仍有问题，告诉我，我来登记。',
  },
  RC_ERQING: {
    name: '资金由无牌照的中间人转手',
    headline: () => '请先停用这台机器：您的钱可能被没有牌照的中间人转手（俗称“二清”）。',
    why: () => '商户不在正规收单记录里，或由个人、代理转账给您，这符合一种已知的风险模式。',
    now: () => '请留好合同、小票、转账和聊天记录，不要再刷；我已登记紧急工单并转人工。',
    otherwise: () => '可以向中国支付清算协会举报（jubao.pcac.org.cn），有损失请打 110。',
  },
  RC_ACTIVATION_DEPOSIT: {
    name: '激活费或押金',
    headline: () => '这笔像是被当作“激活费”或押金收走的，不会结算给您。',
    why: () => '99、199、299 这类金额加上“激活”，符合一种已知的推销手法。',
    now: () => '请打合同或小票上收单机构的官方电话核实能否退；不要再付第二笔。',
    otherwise: () => '我已登记；不肯退可以向支付清算协会举报。',
  },
  RC_FRAUD_VICTIM: {
    name: '遭遇诈骗',
    headline: () => '先别查单，先止损。',
    why: () => '您说的情况符合一种已知的诈骗手法。',
    now: () => '马上打银行卡背面的电话冻结，再报警。',
    otherwise: () => '之后若有人说能“帮您追回”，那是二次诈骗。',
  },
  RC_FRAUD_ATTEMPT: {
    name: '疑似诈骗',
    headline: () => '先停一下，这符合一种已知的诈骗手法。',
    why: () => '正规机构不会这样要求您。',
    now: () => '请挂断，用合同、小票或卡背面的电话核实。',
    otherwise: () => '已经给了信息或转了钱，马上告诉我。',
  },
  RC_UNAUTHORISED: {
    name: '不是本人的交易',
    headline: () => '如果不是您本人刷的，请马上打卡背面的电话冻结这张卡。',
    why: () => '您不认得这笔；也请想一想家人或自动续费，账单上的名字可能和店名不同。',
    now: () => '冻结后向发卡行申请调查；被骗或盗刷请打 110。我已登记紧急工单并转人工。',
    otherwise: () => '发卡行会书面答复调查结果；不服可以再投诉。',
  },
  RC_MALICIOUS_REFUND: {
    name: '异常退款',
    headline: () => '这笔退款不正常，请先停用终端的退货功能。',
    why: () => '退款没有对应的销售，或退到了另一张卡。',
    now: () => '建议马上换一个新的退货密码，再核对当天的退款；我已登记工单。',
    otherwise: () => '有损失请打 110，并告诉收单机构。',
  },
  RC_CASHOUT: {
    name: '套现',
    headline: () => '这个我不能帮。',
    why: () => '用 POS 机虚构交易套现是违法的，可能冻结资金、影响征信。',
    now: () => '资金紧张可以和发卡行商量分期。',
    otherwise: () => '需要的话我请同事跟您谈。',
  },
  RC_REFUND_IN_PROGRESS: {
    name: '退款处理中',
    headline: (f) =>
      f.overdue
        ? `退款${f.refundAmount ? ` ${f.refundAmount}` : ''}已超过通常的时间，我已登记投诉单去追。`
        : `退款${f.refundAmount ? ` ${f.refundAmount}` : ''}已在路上，预计${by(f, '10 个工作日内')}退到卡上。`,
    why: (f) => `商户${f.refundWhen ? `在 ${f.refundWhen} ` : '已经'}退款，发卡行还在入账。`,
    now: (f) =>
      `等一等；${f.refundRef ? `可以用退款参考号 ${f.refundRef} 请发卡行查。` : '可以请商户给您退款参考号，发卡行凭它查得快。'}`,
    otherwise: from,
  },
  RC_REFUND_FAILED: {
    name: '退款失败',
    headline: () => '退款没有成功，需要商户换一种方式退给您。',
    why: (f) =>
      f.reason
        ? `${f.reason.replace(/^原因[：:]\s*/u, '')}。`
        : '退款被退回或被拒（例如原卡已销户）。',
    now: () => '请联系商户，约定别的退款方式并留下书面凭据；不要把完整卡号发给任何人。',
    otherwise: () => '商户拒绝，告诉我，我来登记投诉单。',
  },
  RC_REFUND_AS_REVERSAL: {
    name: '退款表现为原交易消失',
    headline: () => '退款已经完成：是把原来那一笔直接取消，所以不会另有一笔入账。',
    why: () => '退款做得早，系统按撤回处理，账单上原来那一笔会消失或标为已撤销。',
    now: () => '请对照账单：原来那一笔还在吗？不在就是已经退了。',
    otherwise: (f) =>
      f.ticketFrom
        ? `若到 ${f.ticketFrom} 原来那笔还在、也没有退款，告诉我，我来登记。`
        : '若原来那笔还在、也没有退款，告诉我，我来登记。',
  },
  RC_PREAUTH_OPEN: {
    name: '预授权冻结',
    headline: (f) =>
      f.overdue
        ? '这是冻结，不是扣款；早该解除了，我已登记投诉单去催。'
        : `这是冻结，不是扣款${f.releaseBy || f.expected ? `，最晚 ${f.releaseBy ?? f.expected} 自动解除` : ''}。`,
    why: () => '酒店、加油、租车等会先冻结一笔，结账后由商户解除或完成。',
    now: () => '已经结账或取消，可以请商户做“预授权撤销”，解除最快。',
    otherwise: from,
  },
  RC_COMPLAINT_OVERDUE: {
    name: '投诉超过处理期限',
    headline: () => '您的投诉已经超过处理期限，我已登记升级。',
    why: () => '记录里到期还没有最终答复。',
    now: (f) =>
      f.nextInstance ? `您现在可以找下一级：${f.nextInstance}。` : '您现在可以找下一级机构。',
    otherwise: () => '升级单已是最高优先级，我也请同事跟进。',
  },
  RC_NOT_FOUND: {
    name: '没有查到记录',
    headline: (f) => (f.noRefund ? '查到了这笔消费，但还没有退款记录。' : '我没有查到这笔交易。'),
    why: (f) =>
      f.noRefund ? '商户可能还没有提交退款。' : '用您给的信息换着查了两次，都没有对上的记录。',
    now: (f) =>
      f.noRefund
        ? '请商户提交退款，并把退款参考号给您。'
        : '请看小票上的 12 位参考号和收单机构名称，告诉我参考号再查一次。',
    otherwise: (f) =>
      f.noRefund
        ? '商户不肯退，告诉我，我来登记投诉单。'
        : '小票上写的是我们，我就登记单子请同事查；是别家，请打那家的电话。',
  },
}
