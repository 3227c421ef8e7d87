import type { Lesson, LessonSubject } from './lesson.ts'

/** The lessons in Chinese. General on purpose: a number of days belongs to a contract. */
export const lessonsZhCn: Record<LessonSubject, Lesson> = {
  RC_WITHIN_WINDOW: {
    helps: '弄清合同约定的结算周期，按它算出的日子等。',
    avoid: '把结算周期和截止时间贴在收银台旁，免得按错的日子等。',
  },
  RC_AFTER_CUTOFF: {
    helps: '从截止时间之后的那一天起算，而不是从刷卡那天起算。',
    avoid: '在截止时间之前做完日结，晚到的交易按次日计算。',
  },
  RC_NON_WORKING_DAY: {
    helps: '只数工作日，并以合同写明的日历为准。',
    avoid: '节假日之前先查好放假安排，备足这几天要用的钱。',
  },
  RC_PAYOUT_SCHEDULE: {
    helps: '在官方后台修改出款安排，或者手动提现。',
    avoid: '开户时就想好出款日和最低金额，不要用默认值。',
  },
  RC_FIRST_PAYOUT: {
    helps: '把新账户还没做完的核验做完。',
    avoid: '第一笔收款之前交齐资料，并预留更长的首次等待时间。',
  },
  RC_DECLINED: {
    helps: '看懂应答码，换一张卡或换一种支付方式。',
    avoid: '收银台放一张应答码简表，同一张卡不要反复试。',
  },
  RC_TIMEOUT_REVERSED: {
    helps: '等待自动冲正，先看卡账户再决定是否重付。',
    avoid: '重刷之前先查这笔交易，并保持终端网络稳定。',
  },
  RC_ONE_SIDED: {
    helps: '银行短信、时间和终端号，双方据此核对。',
    avoid: '留好银行短信，结果没弄清之前不要再付一次。',
  },
  RC_NOT_CAPTURED: {
    helps: '在冻结到期之前完成请款，或者做日结。',
    avoid: '每晚做日结，每天看一遍还没完成的预授权。',
  },
  RC_OFFLINE_NOT_UPLOADED: {
    helps: '让原来那台终端联网，把存着的交易传上去。',
    avoid: '打烊前查有没有没上传的离线交易，有就不要换机。',
  },
  RC_VOIDED: {
    helps: '核对小票和记录，经顾客同意后重新收款。',
    avoid: '只让指定的人做撤销，每次写明原因。',
  },
  RC_REVERSED_BY_CASHIER: {
    helps: '问清当时是谁收银，经顾客同意后重新收款。',
    avoid: '等打印出结果再决定要不要取消。',
  },
  RC_ENTRY_ERROR: {
    helps: '当天撤销，过后退款，再按正确的金额收一次。',
    avoid: '读卡之前先让顾客看一眼金额。',
  },
  RC_WRONG_PROVIDER: {
    helps: '打小票上写的那家公司的电话。',
    avoid: '店里有几家的机器时，先看小票上的名字再找人。',
  },
  RC_NET_OF_FEES: {
    helps: '拿差额和合同费率对一对。',
    avoid: '记账时把销售额和手续费分开，换合同后核对费率。',
  },
  RC_NETTED: {
    helps: '把出款前几天的退款、争议和费用过一遍。',
    avoid: '对账看明细，不要只看总数。',
  },
  RC_DUPLICATE_CHARGE: {
    helps: '两张小票放在一起看，把第二笔退掉。',
    avoid: '不管屏幕显示什么，重刷之前先查第一笔。',
  },
  RC_SETTLE_ACCOUNT_INVALID: {
    helps: '在官方应用里改正户名和账号，款项会重新打出。',
    avoid: '结算账户用本商户名下的，不要销户，改动后先验证。',
  },
  RC_ACCOUNT_LIMIT: {
    helps: '请银行升级账户，或换一个没有这个限额的账户。',
    avoid: '大额收款之前先查收款账户的日限额和年限额。',
  },
  RC_OLD_ACCOUNT: {
    helps: '先看旧账户，旧账户已销户就申请追查。',
    avoid: '新账户收到第一笔之前，旧账户先别销。',
  },
  RC_BANK_POSTING_DELAY: {
    helps: '拿到转账的追踪信息，收款银行据此查询。',
    avoid: '显示已出款却没到账时，当天就要追踪信息。',
  },
  RC_RISK_HOLD: {
    helps: '通过官方渠道把要求的资料一次交齐。',
    avoid: '异常大额交易提前报备，发票和送货凭证随手留好。',
  },
  RC_KYC_EXPIRED: {
    helps: '在官方应用里更新执照和身份证件。',
    avoid: '把证照到期日记进日历，提前一个月提醒。',
  },
  RC_MERCHANT_LIMIT: {
    helps: '带上合同和发票申请提高限额。',
    avoid: '旺季之前先申请提额，不要把一笔拆成几笔。',
  },
  RC_DISPUTE_HOLD: {
    helps: '在案件期限之前交上签购单、发票和送货凭证。',
    avoid: '留好签购单和送货凭证，争议来的当天就答复。',
  },
  RC_JUDICIAL_FREEZE: {
    helps: '问到冻结机关的名称和文号，只有它能解除。',
    avoid: '了解自己的顾客，经营款和私人款分开存放。',
  },
  RC_REGULATORY: {
    helps: '看收单机构的通知，照要求办理。',
    avoid: '通知来了就看，指定一个人跟进规则变化。',
  },
  RC_ACQUIRER_INCIDENT: {
    helps: '什么都不要做第二遍，等到公布的恢复时间。',
    avoid: '准备第二种收款方式，写好没有到账时的应急预案。',
  },
  RC_BANK_DELAY: {
    helps: '登记一份写明日期的投诉，收单机构和银行就要说明。',
    avoid: '记下每笔款应到的日子，晚一天就去问。',
  },
  RC_TERMINAL_FAULT: {
    helps: '重启、换纸、升级，不行就换机。',
    avoid: '固定日子清洁和升级终端，服务电话贴在机器旁。',
  },
  RC_NETWORK: {
    helps: '换一个网络，联机做一笔，终端会撤掉没完成的。',
    avoid: '备一条网络，把终端放在信号好的地方。',
  },
  RC_ERQING: {
    helps: '马上停用，保留证据，报警并举报。',
    avoid: '只和持牌机构签约，第一张小票就核对名称。',
  },
  RC_ACTIVATION_DEPOSIT: {
    helps: '打收单机构官方电话，拿出当初承诺的凭证。',
    avoid: '付钱之前，把每项费用和退还条件写进合同。',
  },
  RC_FRAUD_VICTIM: {
    helps: '几分钟内打银行电话，再报警，保留所有信息。',
    avoid: '用自己手里的号码核实，真客服不会要验证码、密码或转账。',
  },
  RC_FRAUD_ATTEMPT: {
    helps: '挂断电话，用合同、小票或卡上的号码核实。',
    avoid: '让收银的人都知道常见骗术，谁都不在催促之下做决定。',
  },
  RC_UNAUTHORISED: {
    helps: '马上挂失卡片，请发卡银行调查。',
    avoid: '打开每笔交易提醒，看到陌生名称当月就问。',
  },
  RC_MALICIOUS_REFUND: {
    helps: '改掉退款密码，查当天所有退款，并报案。',
    avoid: '每个人用自己的密码，退款只退回原卡。',
  },
  RC_CASHOUT: {
    helps: '向发卡银行申请分期。',
    avoid: '没有商品的刷卡一律拒绝，并让员工知道原因。',
  },
  RC_REFUND_IN_PROGRESS: {
    helps: '退款的参考号，发卡银行据此查询。',
    avoid: '退款时就告诉顾客一般多久，并把参考号给他。',
  },
  RC_REFUND_FAILED: {
    helps: '书面约定另一种退款方式。',
    avoid: '过几天主动查一下退款，不要等顾客来问。',
  },
  RC_REFUND_AS_REVERSAL: {
    helps: '对一对账单：原来那一笔没有了。',
    avoid: '退款时说明，原来的扣款可能会直接消失。',
  },
  RC_PREAUTH_OPEN: {
    helps: '请商户撤销预授权。',
    avoid: '顾客离开当天就撤销或完成每一笔预授权。',
  },
  RC_COMPLAINT_OVERDUE: {
    helps: '有专人答复，没有答复就找下一级机构。',
    avoid: '每天早上看一遍快到期的，到期之前先回复。',
  },
  RC_NOT_FOUND: {
    helps: '用小票上的参考号查，比用金额更准。',
    avoid: '钱到之前不要丢小票，参考号照小票抄。',
  },
  onboarding: {
    helps: '资料齐全，并有一个人跟进申请。',
    avoid: '申请之前按清单把资料过一遍。',
  },
  service_quality: {
    helps: '道歉，给一个清楚的答复，并留下可以再找的人。',
    avoid: '第一次联系就说好谁答复、何时答复，并且做到。',
  },
  privacy: {
    helps: '删除不该保存的内容，并书面告知。',
    avoid: '不要索取、抄写或拍下卡号和验证码。',
  },
  receipt_retrieval: {
    helps: '在期限之前交上清晰的签购单副本。',
    avoid: '签购单按日期和终端存放，保存到合同约定的时间。',
  },
  other: {
    helps: '从头到尾由一个人跟进。',
    avoid: '写下情况、做法和结果，改进一件事。',
  },
}
