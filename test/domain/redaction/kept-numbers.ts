import fc from 'fast-check'
import { anyCard, withCheckDigit } from './card-disguises.ts'

function digits(length: number): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''))
}

function between(min: number, max: number, width = 0): fc.Arbitrary<string> {
  return fc.integer({ min, max }).map((value) => String(value).padStart(width, '0'))
}

function joined(between: string, ...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...parts).map((list) => list.join(between))
}

const day = joined('', between(2024, 2027), between(1, 12, 2), between(1, 28, 2))
const isoDay = joined('-', between(2024, 2027), between(1, 12, 2), between(1, 28, 2))
const clock = joined(':', between(0, 23, 2), between(0, 59, 2))
const month = between(1, 12, 2)
const amount = joined('.', between(1, 99_999), between(0, 99, 2))
const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map((list) => list.join(''))

/** Numbers that are no card and must come through untouched, whatever their check digit says. */
export const keptNumbers: Record<string, fc.Arbitrary<string>> = {
  'number with a wrong check digit': anyCard.map(
    (card) => card.slice(0, -1) + ((Number(card.at(-1)) + 1) % 10),
  ),
  RRN: digits(12),
  'labelled RRN': digits(12).map((rrn) => `参考号 ${rrn}`),
  'English RRN': digits(12).map((rrn) => `RRN: ${rrn}`),
  'order number that starts with its day': joined('', day, digits(8)),
  'order number with a right Luhn digit': joined('', day, digits(7)).map(
    (start) => `订单号${withCheckDigit(start)}`,
  ),
  'order number of short date': joined(
    '',
    between(24, 27),
    month,
    between(1, 28, 2),
    digits(9),
  ).map((start) => `order no. ${withCheckDigit(start)}`),
  'order number with a day in groups': joined('-', day, digits(4), digits(4)),
  'order of letters and digits': joined('', fc.constantFrom('ORD', 'PO', 'SO'), digits(8)),
  'ARN of 23 digits': joined('', fc.constantFrom('2', '7', '8'), digits(21)).map(withCheckDigit),
  'labelled ARN': joined('', fc.constantFrom('24', '74'), digits(20)).map(
    (start) => `ARN ${withCheckDigit(start)}`,
  ),
  'wallet trade number of 28 digits': joined('', fc.constantFrom('4200', '2026'), digits(24)),
  IMEI: joined('', fc.constantFrom('35', '86', '01'), digits(12)).map(
    (start) => `IMEI ${withCheckDigit(start)}`,
  ),
  'bare IMEI': joined('', fc.constantFrom('35', '86', '01'), digits(12)).map(withCheckDigit),
  'merchant id': joined('', fc.constantFrom('898', '104', '301', '822'), digits(12)),
  'labelled merchant id': digits(15).map((id) => `商户号 ${`8${id.slice(1)}`}`),
  'terminal id': digits(8).map((id) => `终端号${id}`),
  'batch and trace': joined(' 凭证号 ', digits(6), digits(6)).map((both) => `批次号 ${both}`),
  'US telephone': joined('-', between(200, 999), between(200, 999), digits(4)),
  'US telephone with code': joined(
    ' ',
    fc.constant('+1'),
    between(200, 999),
    between(200, 999),
    digits(4),
  ),
  'US telephone in brackets': joined(
    ' ',
    between(200, 999).map((area) => `(${area})`),
    digits(3).map((start) => `${start}-0199`),
  ),
  'UK telephone': digits(9).map((rest) => `+447${rest}`),
  'UK telephone with spaces': joined(' ', fc.constant('+44 20'), digits(4), digits(4)),
  'German telephone': digits(10).map((rest) => `+49 151${rest.slice(3)}`),
  'Singapore telephone': joined(' ', fc.constant('+65'), digits(4), digits(4)),
  'Hong Kong telephone': joined(' ', fc.constant('+852'), digits(4), digits(4)),
  'Brazilian telephone': joined(' ', fc.constant('+55 11'), digits(5), digits(4)),
  'Indian telephone': joined(' ', fc.constant('+91'), digits(5), digits(5)),
  'Chinese landline': joined(
    '-',
    fc.constantFrom('010', '021', '0755'),
    between(20_000_000, 89_999_999),
  ),
  'service number': fc.constantFrom('95516', '400-820-8888', '12363', '96110', '110'),
  UUID: joined('-', hex(8), hex(4), hex(4), hex(4), hex(12)),
  hash: hex(40).filter((text) => /[a-f].*[a-f].*[a-f]/.test(text)),
  'amount with decimals': amount,
  'amount in yuan': between(1, 9_999_999).map((value) => `${value}元`),
  'amount with thousands': between(1_000, 999_999_999).map((value) =>
    Number(value).toLocaleString('en'),
  ),
  'amount with sign': amount.map((value) => `¥${value}`),
  'amount with currency': amount.map((value) => `USD ${value}`),
  'ISO day': isoDay,
  'ISO instant': joined(
    'T',
    isoDay,
    clock.map((time) => `${time}:07.123+08:00`),
  ),
  'day and time': joined(' ', isoDay, clock),
  'Chinese day': joined('', between(1, 12), fc.constant('月'), between(1, 28), fc.constant('日')),
  'day with slashes': joined('/', between(1, 28, 2), month, between(2024, 2027)),
  'time stamp': joined('', day, between(0, 23, 2), between(0, 59, 2), between(0, 59, 2)),
  milliseconds: digits(11).map((rest) => `17${rest}`),
  'last four': digits(4).map((last) => `尾号${last}`),
  'English last four': digits(4).map((last) => `card ending in ${last}`),
  'last four by place': digits(4).map((last) => `卡号后四位 ${last}`),
  'response code': between(1, 99, 2).map((code) => `错误代码 ${code}`),
  'English response code': between(1, 99, 2).map((code) => `declined with code ${code}`),
  'authorisation code': digits(6).map((code) => `授权码 ${code}`),
  'English authorisation code': digits(6).map((code) => `auth code: ${code}`),
  'parcel number': joined('', fc.constantFrom('SF', 'YT', 'JD'), digits(13)).map(
    (no) => `快递单号 ${no}`,
  ),
  'ticket number': joined('', fc.constant('TK'), day, fc.constant('X')),
  'amount, day, time, last four': fc
    .tuple(between(1, 99), between(1, 12, 2), between(1, 28, 2), clock, digits(4))
    .map(([value, mm, dd, time, last]) => `${value}00 ${mm}${dd} ${time.replace(':', '')} ${last}`),
  'a sentence of numbers': fc
    .tuple(between(100, 99_999), between(1, 12), between(1, 28), clock, digits(4), digits(12))
    .map(
      ([value, mm, dd, time, last, rrn]) =>
        `刷了${value}元，${mm}月${dd}日${time}，尾号${last}，参考号${rrn}，还没到账`,
    ),
  'an English sentence of numbers': fc
    .tuple(between(100, 9_999), isoDay, clock, digits(4), digits(12))
    .map(
      ([value, date, time, last, rrn]) =>
        `I took ${value} on ${date} at ${time}, card ending ${last}, RRN ${rrn}, batch 000123`,
    ),
  'a bare list with labels': fc
    .tuple(between(4_000, 6_999), month, between(1, 28, 2), clock, digits(4))
    .map(
      ([value, mm, dd, time, last]) =>
        `金额${value} 日期${mm}${dd} 时间${time.replace(':', '')} 尾号${last}`,
    ),
  'prepositions between numbers': fc
    .tuple(between(4_000, 6_999), month, between(1, 28, 2), clock, digits(4))
    .map(
      ([value, mm, dd, time, last]) =>
        `paid ${value} on ${mm}${dd} at ${time.replace(':', '')} card ending ${last}`,
    ),
}
