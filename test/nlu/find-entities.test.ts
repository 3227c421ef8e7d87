import { describe, expect, it } from 'vitest'
import type { QuestionSlot } from '../../src/domain/diagnosis/story.ts'
import { findEntities } from '../../src/nlu/find-entities.ts'
import { readingOf } from '../../src/nlu/reading-form.ts'
import type { Entity, UnderstandingContext } from '../../src/ports/understanding.ts'

/** A Monday, ten in the morning in Shanghai. */
const monday: UnderstandingContext = {
  now: new Date('2026-11-23T02:00:00Z'),
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN',
}
const london: UnderstandingContext = { ...monday, timeZone: 'Europe/London', locale: 'en' }
const newYork: UnderstandingContext = { ...monday, timeZone: 'America/New_York', locale: 'en' }

const entitiesOf = (text: string, context = monday) => findEntities(readingOf(text), context)
const asking = (expecting: QuestionSlot) => ({ ...monday, expecting })

function only<Type extends Entity['type']>(type: Type, text: string, context = monday) {
  return entitiesOf(text, context).filter(
    (entity): entity is Extract<Entity, { type: Type }> => entity.type === type,
  )
}

const minors = (text: string, context = monday) =>
  only('amount', text, context).map(({ minor, currency }) => [minor, currency])

describe('amounts', () => {
  it.each([
    ['刷了1w没到账', 1_000_000],
    ['刷了1万没到账', 1_000_000],
    ['刷了一万没到账', 1_000_000],
    ['刷了10000没到账', 1_000_000],
    ['1.5w', 1_500_000],
    ['1.2万没到', 1_200_000],
    ['一万二', 1_200_000],
    ['十五万三', 15_300_000],
    ['两千八', 280_000],
    ['三千零五十', 305_000],
    ['三千零五', 300_500],
    ['8千6', 860_000],
    ['3千5', 350_000],
    ['2万5', 2_500_000],
    ['1w2', 1_200_000],
    ['刷了1万2300', 1_230_000],
    ['一百五没到', 15_000],
    ['一千零五十没到', 105_000],
    ['两万五千没到', 2_500_000],
    ['五百没到', 50_000],
    ['俺刷了３０００没到', 300_000],
    ['兩千八到账', 280_000],
    ['壹萬貳仟没到', 1_200_000],
    ['5k没到', 500_000],
    ['1.2k refund missing', 120_000],
    ['I paid ten thousand', 1_000_000],
    ['paid two hundred and fifty', 25_000],
    ['paid twenty-five hundred', 250_000],
    ['2.5 grand', 250_000],
    ['lost 1.2 million', 120_000_000],
    ['paid 1,234.5 yesterday', 123_450],
    ['收到9,940.00', 994_000],
    ['10000', 1_000_000],
    ['12.50', 1_250],
    ['金额是300', 30_000],
    ["my 3 grand from thursday hasn't dropped", 300_000],
    ['two and a half grand', 250_000],
    ['half a grand is missing', 50_000],
    ['1,280.00 on 20.11.2026', 128_000],
    ["yesterday's 212.40 not landed", 21_240],
    ['the hotel froze 2000', 200_000],
    ['388 paid at 9.30 today', 38_800],
  ])('reads %s as %i minor units without a currency', (text, minor) => {
    expect(minors(text)).toEqual([[minor, undefined]])
  })

  it.each([
    ['12块5', 1_250, 'CNY'],
    ['12块5毛', 1_250, 'CNY'],
    ['12块05', 1_205, 'CNY'],
    ['12元5角3分', 1_253, 'CNY'],
    ['三块八毛五', 385, 'CNY'],
    ['五毛', 50, 'CNY'],
    ['2万块', 2_000_000, 'CNY'],
    ['三千零五十块钱', 305_000, 'CNY'],
    ['壹万贰仟元整', 1_200_000, 'CNY'],
    ['壹萬貳仟圓整', 1_200_000, 'CNY'],
    ['一五零零元', 150_000, 'CNY'],
    ['人民币5000', 500_000, 'CNY'],
    ['RMB 5,000', 500_000, 'CNY'],
    ['rmb5000', 500_000, 'CNY'],
    ['5000rmb', 500_000, 'CNY'],
    ['CNY10000', 1_000_000, 'CNY'],
    ['¥300', 30_000, 'CNY'],
    ['￥1,200.50', 120_050, 'CNY'],
    ['¥300円', 300, 'JPY'],
    ['3000日元', 3_000, 'JPY'],
    ['JPY 3000', 3_000, 'JPY'],
    ['3000 yen', 3_000, 'JPY'],
    ['5000韩元', 5_000, 'KRW'],
    ['£2,450', 245_000, 'GBP'],
    ['2450 pounds', 245_000, 'GBP'],
    ['fifty quid', 5_000, 'GBP'],
    ['50p', 50, 'GBP'],
    ['$1,200.50', 120_050, 'USD'],
    ['$5k', 500_000, 'USD'],
    ['US$20', 2_000, 'USD'],
    ['500$', 50_000, 'USD'],
    ['USD 500', 50_000, 'USD'],
    ['500 USD', 50_000, 'USD'],
    ['500 bucks', 50_000, 'USD'],
    ['ten thousand dollars', 1_000_000, 'USD'],
    ['a hundred dollars', 10_000, 'USD'],
    ['HK$500', 50_000, 'HKD'],
    ['500港币', 50_000, 'HKD'],
    ['NT$900', 90_000, 'TWD'],
    ['A$75', 7_500, 'AUD'],
    ['100美金', 10_000, 'USD'],
    ['20 euros', 2_000, 'EUR'],
    ['1.234,56 €', 123_456, 'EUR'],
    ['€ 1 234,50', 123_450, 'EUR'],
    ['1.999 euro', 199_900, 'EUR'],
    ['€12,50', 1_250, 'EUR'],
    ['12345.60元', 1_234_560, 'CNY'],
  ])('reads %s as %i in %s', (text, minor, currency) => {
    expect(minors(text)).toEqual([[minor, currency]])
  })

  it.each([
    ['900多没到账', 90_000],
    ['两万多没到', 2_000_000],
    ['大概5000块', 500_000],
    ['5000左右没到账', 500_000],
    ['差不多三千块', 300_000],
    ['一百来块', 10_000],
    ['paid about 900', 90_000],
    ['around $300', 30_000],
    ['刷了1w+', 1_000_000],
  ])('marks %s as approximate', (text, minor) => {
    expect(only('amount', text)).toMatchObject([{ minor, approximate: true }])
  })

  it.each([
    ['刷了10000到账9940', ['sale', 'received']],
    ['刷了10000，到账9940，手续费60', ['sale', 'received', 'fee']],
    ['收到9,940.00，应该是10,000.00', ['received', 'sale']],
    ['扣了60手续费', ['fee']],
    ['被骗了两万', ['loss']],
    ['他转走我5万', ['loss']],
    ['sale of 10,000 but only got 9,940', ['sale', 'received']],
    ['charged $50 and a fee of $2', ['sale', 'fee']],
    ['i was scammed out of 3000', ['loss']],
    ['sent him $800', ['loss']],
    ['received 940 instead of 1000', ['received', 'sale']],
    ['only 994 landed out of 1000', ['received', 'sale']],
    ['212.40 has not landed', [undefined]],
  ])('knows what each amount was in: %s', (text, roles) => {
    expect(only('amount', text).map((amount) => amount.role)).toEqual(roles)
  })

  it.each([
    ['a date', '11月22日刷的'],
    ['a date in digits', '2026-11-22刷的钱没到'],
    ['a slashed date', 'paid on 11/22'],
    ['an English date', 'paid on nov 22'],
    ['a day of the month', '22号刷的钱没到'],
    ['a time', '下午3点20刷的钱没到'],
    ['a clock time', 'paid at 15:20'],
    ['an hour', 'paid at 3:20pm'],
    ['a card tail', '尾号6225刷的钱没到'],
    ['a hidden card', '[card ••••1234] was charged'],
    ['an English card tail', 'my card ending in 6225 was charged'],
    ['a retrieval reference', '参考号123456789012的钱没到'],
    ['an order number', '订单2026112200018734的钱没到'],
    ['a bare order number', '2026112200018734没到账'],
    ['a phone number', '我用13800138000付款的'],
    ['a hotline', '我打了95588说没收到钱'],
    ['a complaint line', '打12363说钱没到'],
    ['a British phone number', 'call 0300 123 2040 about my money'],
    ['a response code', '刷卡提示51 钱没到'],
    ['an English response code', 'payment declined with code 05'],
    ['a terminal', '终端号12345678的钱没到'],
    ['a merchant', '商户号898310048160001钱没到'],
    ['a cycle', 'T+1到账吗'],
    ['a count', '刷了3笔都没到账'],
    ['a repetition', '扣了我2次钱'],
    ['an English count', 'i was charged 2 times'],
    ['a number of payments', 'my shop took 3 payments'],
    ['a rate', '费率0.6%扣的钱'],
    ['days', '等了3天钱没到'],
    ['English days', 'money missing for 3 days'],
    ['hours', '24小时没到账'],
    ['a year', '2025年刷的钱'],
    ['an English year', 'in 2025 i paid'],
    ['a year behind its month', 'i paid in march 2025'],
    ['a price said in two halves', 'it cost four-fifty'],
    ['a day with a dot', 'it came on 30.11 i think'],
    ['a lone four digits', '6225'],
    ['an idiom', '万一钱没到怎么办'],
    ['a little', '一点钱都没到'],
    ['a card number', '6222021234567890128刷的'],
    ['a link', 'https://pay.example/10000 charged me'],
    ['always', 'is support 24/7 for paid users'],
    ['a negative number', '到账 -500元'],
    ['a trace number', '凭证号000123钱没到'],
  ])('takes no amount out of %s', (_what, text) => {
    expect(minors(text)).toEqual([])
  })

  it.each([
    ['10000', 1_000_000],
    ['五十', 5_000],
    ['15', 1_500],
    ['两千多', 200_000],
    ['6225', 622_500],
  ])('reads a bare %s when the amount was asked for', (text, minor) => {
    expect(only('amount', text, asking('amount'))).toMatchObject([{ minor }])
  })
})

describe('dates', () => {
  it.each([
    ['今天', '2026-11-23'],
    ['昨天刷的', '2026-11-22'],
    ['昨晚', '2026-11-22'],
    ['前天', '2026-11-21'],
    ['大前天', '2026-11-20'],
    ['明天', '2026-11-24'],
    ['周五晚上', '2026-11-20'],
    ['星期一', '2026-11-23'],
    ['礼拜天', '2026-11-22'],
    ['上周三', '2026-11-18'],
    ['上上周五', '2026-11-13'],
    ['下周二', '2026-12-01'],
    ['上个月3号', '2026-10-03'],
    ['本月5号', '2026-11-05'],
    ['11月22日', '2026-11-22'],
    ['十一月二十二号', '2026-11-22'],
    ['2026年11月2日', '2026-11-02'],
    ['去年11月22日', '2025-11-22'],
    ['2026-11-22', '2026-11-22'],
    ['2026/11/22', '2026-11-22'],
    ['20261122', '2026-11-22'],
    ['11/22', '2026-11-22'],
    ['22号刷的', '2026-11-22'],
    ['10.28刷的', '2026-10-28'],
    ['前儿刷的', '2026-11-21'],
    ['25号刷的', '2026-10-25'],
    ['国庆刷的', '2026-10-01'],
    ['双十一', '2026-11-11'],
    ['去年双十一', '2025-11-11'],
    ['春节', '2026-02-17'],
    ['中秋节', '2026-09-25'],
    ['yesterday', '2026-11-22'],
    ['the day before yesterday', '2026-11-21'],
    ['last night', '2026-11-22'],
    ['Friday', '2026-11-20'],
    ['last Friday', '2026-11-20'],
    ['on Tuesday', '2026-11-17'],
    ['took £640 sat arvo', '2026-11-21'],
    ['£640 sat, still waiting', '2026-11-21'],
    ['last nite', '2026-11-22'],
    ['the fifth of November', '2026-11-05'],
    ['on the twenty first of October', '2026-10-21'],
    ['3wks ago', '2026-11-02'],
    ['10 business days ago', '2026-11-09'],
    ['Nov 22', '2026-11-22'],
    ['November 22nd, 2026', '2026-11-22'],
    ['22 November', '2026-11-22'],
    ['the 3rd of october', '2026-10-03'],
    ['on the 18th', '2026-11-18'],
    ['Black Friday', '2026-11-27'],
    ['五一', '2026-05-01'],
    ['Halloween', '2026-10-31'],
  ])('reads %s on 23 November 2026 as %s', (text, iso) => {
    expect(only('date', text)[0]).toMatchObject({ iso })
  })

  it.each([
    ['上周六', monday, { iso: '2026-11-21', alternatives: ['2026-11-14'] }],
    ['last Saturday', london, { iso: '2026-11-21', alternatives: ['2026-11-14'] }],
    ['3/4', london, { iso: '2026-04-03', alternatives: ['2026-03-04'] }],
    ['3/4', newYork, { iso: '2026-03-04', alternatives: ['2026-04-03'] }],
    ['03/04/2026', london, { iso: '2026-04-03', alternatives: ['2026-03-04'] }],
    ['Thanksgiving', newYork, { iso: '2026-11-26', alternatives: ['2025-11-27'] }],
    ['Christmas', newYork, { iso: '2026-12-25', alternatives: ['2025-12-25'] }],
    ['12月1日', monday, { iso: '2026-12-01', alternatives: ['2025-12-01'] }],
  ])('keeps the other reading of %s', (text, context, read) => {
    expect(only('date', text, context)).toMatchObject([read])
  })

  it.each([
    ['11/18', london, '2026-11-18'],
    ['18/11', newYork, '2026-11-18'],
    ['上周三', monday, '2026-11-18'],
  ])('has no doubt about %s', (text, context, iso) => {
    const [date] = only('date', text, context)
    expect(date).toMatchObject({ iso })
    expect(date?.alternatives).toBeUndefined()
  })

  it('reads days in the zone of the customer', () => {
    const late = { ...monday, now: new Date('2026-11-22T17:00:00Z') }
    expect(only('date', '昨天', late)[0]?.iso).toBe('2026-11-22')
    const there = { ...late, timeZone: 'America/New_York' }
    expect(only('date', 'yesterday', there)[0]?.iso).toBe('2026-11-21')
  })

  it.each(['22', '22号', '11.22', '11-22', '11/22', '昨天', 'the 22nd'])(
    'reads %s when the day was asked for',
    (text) => {
      expect(only('date', text, asking('date'))[0]?.iso).toBe('2026-11-22')
    },
  )

  it.each(['2月31日', '13/45', '99号', '2026-02-30'])('makes no day of %s', (text) => {
    expect(only('date', text)).toEqual([])
  })
})

describe('times and durations', () => {
  it.each([
    ['下午3点20', '15:20'],
    ['下午三点二十', '15:20'],
    ['晚上11点半', '23:30'],
    ['昨晚11点', '23:00'],
    ['上午10点', '10:00'],
    ['中午12点', '12:00'],
    ['中午1点', '13:00'],
    ['下午12点半', '12:30'],
    ['上午12点', '12:00'],
    ['晚上12点', '00:00'],
    ['凌晨2点一刻', '02:15'],
    ['15:20', '15:20'],
    ['15点20分', '15:20'],
    ['下午3:20', '15:20'],
    ['3:20pm', '15:20'],
    ['3.20 pm', '15:20'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['around 9 at night', '21:00'],
    ['at 9 in the morning', '09:00'],
    ['388 at 9.30 today', '09:30'],
    ['approved at 21.15 on sunday', '21:15'],
    ['midnight', '00:00'],
    ['15:20:45', '15:20'],
  ])('reads %s as %s', (text, iso) => {
    expect(only('time', text)).toMatchObject([{ iso }])
  })

  it.each(['一点都没到', '有点慢', '快点', '25:70', '晚点再说'])('finds no time in %s', (text) => {
    expect(only('time', text)).toEqual([])
  })

  it.each(['1520', '15:20', '15.20'])('reads %s when the time was asked for', (text) => {
    expect(only('time', text, asking('time'))).toMatchObject([{ iso: '15:20' }])
  })

  it.each([
    ['三天了', 3],
    ['已经一周', 7],
    ['两个礼拜', 14],
    ['等了半个月', 15],
    ['一个多月', 30],
    ['5个工作日了', 5],
    ['48小时', 2],
    ['for 3 days', 3],
    ['two weeks', 14],
    ['3 weeks ago', 21],
    ['over a month', 30],
    ['ten business days', 10],
    ['三天前', 3],
  ])('counts %s as %i days', (text, days) => {
    expect(only('elapsed', text)).toMatchObject([{ days }])
  })

  it.each(['3天内到账', 'within 3 days', 'T+3天', '第三天'])('counts no time in %s', (text) => {
    expect(only('elapsed', text)).toEqual([])
  })
})

describe('references', () => {
  it.each([
    ['last4', '尾号6225', '6225'],
    ['last4', '尾号是六二二五', '6225'],
    ['last4', '尾号幺二三四', '1234'],
    ['last4', '最后四个数6225', '6225'],
    ['last4', '卡后四位 6225', '6225'],
    ['last4', '卡尾6225', '6225'],
    ['last4', '後四碼6225', '6225'],
    ['last4', '6225结尾的卡', '6225'],
    ['last4', 'card ending 6225', '6225'],
    ['last4', 'it ended w/ 6225', '6225'],
    ['last4', 'card x6225', '6225'],
    ['last4', 'my card ending in 6225 was charged', '6225'],
    ['last4', 'last four digits are 6225', '6225'],
    ['last4', '•••• 6225', '6225'],
    ['last4', '**** **** **** 6225', '6225'],
    ['last4', '[card ••••1234]', '1234'],
    ['last4', '卡号是6222 **** **** 6225', '6225'],
    ['last4', '[银行卡 1234]', '1234'],
    ['last4', '6222021234567890128', '0128'],
    ['rrn', '参考号123456789012', '123456789012'],
    ['rrn', '检索参考号：051234567890', '051234567890'],
    ['rrn', 'RRN 123456789012', '123456789012'],
    ['rrn', 'reference number is 123456789012', '123456789012'],
    ['rrn', '参考号六三二六一九四零零幺一七', '632619400117'],
    ['rrn', '123456789012', '123456789012'],
    ['orderNo', '订单号2026112200018734', '2026112200018734'],
    ['orderNo', '2026112200018734', '2026112200018734'],
    ['orderNo', 'order ORD-20261122-77', 'ORD-20261122-77'],
    ['orderNo', 'Order #A100234', 'A100234'],
    ['authCode', '授权码A12B34', 'A12B34'],
    ['authCode', 'auth code 123456', '123456'],
    ['authCode', 'auth 654321', '654321'],
    ['terminalId', '终端号12345678', '12345678'],
    ['terminalId', 'terminal id T1234567', 'T1234567'],
    ['merchantId', '商户号898310048160001', '898310048160001'],
    ['merchantId', 'merchant id M1001', 'M1001'],
    ['batchNo', '批次号000123', '000123'],
    ['code', '错误码51', '51'],
    ['code', '提示A0', 'A0'],
    ['code', 'pos显示05', '05'],
    ['code', '51是什么意思', '51'],
    ['code', 'error 96', '96'],
    ['code', 'declined with 05', '05'],
    ['code', 'response code a0', 'A0'],
    ['code', 'error code insufficient_funds', 'insufficient_funds'],
    ['ticketNo', '工单TK20261123-0001X', 'TK20261123-0001X'],
    ['country', '我在英国', 'GB'],
    ['country', 'i am in the US', 'US'],
  ] as const)('finds the %s in: %s', (type, text, value) => {
    expect(only(type, text)).toMatchObject([{ value }])
  })

  it.each([
    ['last4', '6225', '6225'],
    ['rrn', '1234 5678 9012', '123456789012'],
    ['authCode', 'a12b34', 'A12B34'],
    ['orderNo', '77812', '77812'],
    ['terminalId', '12345678', '12345678'],
    ['merchantId', 'm1001', 'M1001'],
    ['code', '51', '51'],
  ] as const)('reads a bare %s when it was asked for', (type, text, value) => {
    expect(only(type, text, asking(type))).toMatchObject([{ value }])
  })

  it.each([
    ['country', 'please tell us'],
    ['code', '刷了51元'],
    ['code', 'paid 51 dollars, it shows 51 dollars'],
    ['last4', '刷了6225'],
    ['rrn', '8613800138000'],
    ['orderNo', 'in order to get paid'],
  ] as const)('finds no %s in: %s', (type, text) => {
    expect(only(type, text)).toEqual([])
  })
})

describe('two numbers of a kind', () => {
  it.each([
    ['尾号更正：4471，刚才打成4417了', '4471'],
    ['尾号应该是7719，不是7791', '7719'],
    ['更正：收款账户尾号为3391，先前误报为3319', '3391'],
    ['the card ends in 0417 not 0471', '0417'],
    ['it is terminal 60233811, not terminal 60233812', '60233811'],
    ['尾号4417不对，是4471', '4471'],
    ['ending 2281, no wait, 2218', '2218'],
  ])('tell which of them is meant: %s', (text, value) => {
    const meant = entitiesOf(text).filter((each) => 'value' in each && !each.mistaken)
    expect(meant).toMatchObject([{ value }])
  })

  it.each([
    ['account ending 1248 or 1284', '1248', '1284'],
    ['终端60233811和60233812', '60233811', '60233812'],
    ['auth codes 7Q2210 and 7Q2214', '7Q2210', '7Q2214'],
  ])('are both meant: %s', (text, one, other) => {
    const meant = entitiesOf(text).filter((each) => !each.mistaken)
    expect(meant).toMatchObject([{ value: one }, { value: other }])
  })
})

describe('roles', () => {
  it.each([
    ['my order at the guitar shop did not go through', 'cardholder'],
    ['it was declined, was i charged?', 'cardholder'],
    ['我是商户', 'merchant'],
    ['我是店主', 'merchant'],
    ['我们店里刷的', 'merchant'],
    ['顾客刷了我的pos机', 'merchant'],
    ['我是开饭馆的 钱没到', 'merchant'],
    ['pos机收的款没到账', 'merchant'],
    ['营业款没下来', 'merchant'],
    ['我昨天在店里刷了一笔980没到', 'merchant'],
    ['i am a shop owner', 'merchant'],
    ['my shop took a payment', 'merchant'],
    ['我是持卡人', 'cardholder'],
    ['我在超市刷卡买东西', 'cardholder'],
    ['我昨晚在超市刷卡没刷成', 'cardholder'],
    ['老板跟我说已经退了 我卡里没有', 'cardholder'],
    ['收银员让我再刷一次', 'cardholder'],
    ['买的衣服退了好几天了', 'cardholder'],
    ['我卡号尾号1111 刷268没成功钱被扣了', 'cardholder'],
    ['商家不给我退款', 'cardholder'],
    ["i'm the cardholder", 'cardholder'],
    ['the shop charged my card', 'cardholder'],
    ['i paid at the counter', 'cardholder'],
  ])('hears who speaks in: %s', (text, value) => {
    expect(only('role', text)).toMatchObject([{ value }])
  })

  it.each([
    ['商户', 'merchant'],
    ['等结算款', 'merchant'],
    ['business', 'merchant'],
    ['持卡人', 'cardholder'],
    ['等钱退回', 'cardholder'],
    ['不是商户 是顾客', 'cardholder'],
    ['我是刷卡的人', 'cardholder'],
  ])('takes %s as an answer when the role was asked for', (text, value) => {
    expect(only('role', text, asking('role'))).toMatchObject([{ value }])
  })
})

describe('amounts beside other words', () => {
  it.each([
    ['上周五3200元一直没有', 320_000],
    ['第一笔150欧元一周了没到账', 15_000],
    ['刷了500元3周了', 50_000],
    ['刷了三块一没到', 310],
    ['刷了5000，合同是千6', 500_000],
    ['今天十一点二十66块5没刷成功', 6_650],
    ['16号上午一万八千八，到现在一毛没有', 1_880_000],
  ])('takes only what belongs to it: %s', (text, minor) => {
    expect(only('amount', text)).toMatchObject([{ minor }])
  })

  it('tells what the system shows from what was taken', () => {
    expect(only('amount', '昨天收了客人1688，系统里怎么只有168.8')).toMatchObject([
      { minor: 168_800, role: 'sale' },
      { minor: 16_880, role: 'recorded' },
    ])
  })
})

describe('times beside amounts', () => {
  it.each([
    ['昨晚十点38.9澳币', '22:00', 3_890],
    ['昨天11点188没刷成功', '11:00', 18_800],
    ['昨晚十点38欧元', '22:00', 3_800],
  ])('ends where the sum begins: %s', (text, iso, minor) => {
    expect(only('time', text)).toMatchObject([{ iso }])
    expect(only('amount', text)).toMatchObject([{ minor }])
  })
})

describe('four digits beside an amount', () => {
  it.each([
    ['我在电器城买的2999退货了，卡6216还没收到', '6216'],
    ['10月15日酒店刷的800押金到现在还冻着 6229', '6229'],
    ['周日中午被刷了两次88块！6220', '6220'],
    ['昨天188刷不了 6223 我额度还有', '6223'],
  ])('are the card’s when they stand by themselves: %s', (text, value) => {
    expect(only('last4', text)).toMatchObject([{ value }])
    expect(only('amount', text)).toHaveLength(1)
  })

  it.each(['1200 3500两笔没到', '刷了10000 9940到账', '刷卡1200，应收2500', '刷了3000 没到'])(
    'stay amounts when they may be sums: %s',
    (text) => {
      expect(only('last4', text)).toEqual([])
    },
  )
})

describe('what the same message takes back', () => {
  it.each([
    ['大前天…不对是前天刷的3400', '2026-11-21'],
    ['friday, sorry, saturday I took 30', '2026-11-21'],
  ])('is dropped: %s', (text, iso) => {
    expect(only('date', text)).toMatchObject([{ iso }])
  })

  it.each([
    ['date', '不是昨天是前天刷的200', '昨天', '前天'],
    ['date', 'it was friday, not saturday', 'saturday', 'friday'],
    ['amount', '不是500块，是5000块', '500块', '5000块'],
    ['amount', '是1,560不是1,650', '1,650', '1,560'],
    ['amount', '哎呀多写个零，是六百不是六千', '六千', '六百'],
    ['amount', 'I meant €450, not €540', '€540', '€450'],
    ['amount', "actually not 500, it's 550", '500', '550'],
    ['time', 'not 3pm but 5pm', '3pm', '5pm'],
  ] as const)(
    'is kept and marked where it is only denied: the %s of %s',
    (type, text, ...[wrong, right]) => {
      const said = only(type, text)
      expect(said.filter(({ mistaken }) => mistaken)).toMatchObject([{ text: wrong }])
      expect(said.filter(({ mistaken }) => !mistaken)).toMatchObject([{ text: right }])
    },
  )

  it.each(['received 940, not 1000', '不是周五'])('has no mistake in: %s', (text) => {
    expect(entitiesOf(text).filter(({ mistaken }) => mistaken)).toEqual([])
  })

  it('is not what the record shows wrongly', () => {
    expect(only('amount', '系统里168.8，不对，应该1688')).toHaveLength(2)
  })
})

describe('one day named twice, and days off in passing', () => {
  it.each([
    ['明天周日能到吗', '2026-11-24'],
    ['国庆前一天刷的880', '2026-09-30'],
    ['11月3号刷的，国庆都过完了', '2026-11-03'],
  ])('are one date: %s', (text, iso) => {
    expect(only('date', text)).toMatchObject([{ iso }])
  })

  it('counts no days in 放假前一天', () => {
    expect(only('elapsed', '放假前一天刷的880')).toEqual([])
  })
})

describe('traditional writing', () => {
  it('reads like the simplified one', () => {
    expect(only('amount', '剛剛收據上寫五萬塊')).toMatchObject([{ minor: 5_000_000 }])
    expect(readingOf('螢幕共享、簡訊連結、遠端').low).toBe('屏幕共享、短信链接、远程')
  })
})

describe('a whole message', () => {
  it('is read once, with spans of the original text', () => {
    const text = '昨天下午３点20刷了１万2，尾号6225，到账9940，参考号123456789012'
    const entities = entitiesOf(text)
    expect(entities.map(({ type, text: said }) => [type, said])).toEqual([
      ['date', '昨天'],
      ['time', '下午３点20'],
      ['amount', '１万2'],
      ['last4', '6225'],
      ['amount', '9940'],
      ['rrn', '123456789012'],
    ])
    for (const { start, end, text: said } of entities) expect(text.slice(start, end)).toBe(said)
  })

  it('counts offsets in UTF-16 units behind an emoji', () => {
    const text = '😭😭刷了500元没到'
    const [amount] = only('amount', text)
    expect(amount).toMatchObject({ text: '500元', start: 6, end: 10 })
  })
})
