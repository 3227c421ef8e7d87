import { describe, expect, it } from 'vitest'
import { type ReasonKind, reasonIs } from '../../../src/domain/diagnosis/reasons.ts'

const kinds: ReasonKind[] = [
  'authority',
  'documents',
  'minimum',
  'firstPayout',
  'dispute',
  'rule',
  'limit',
  'account',
]
const kindsOf = (text: string) => kinds.filter((kind) => reasonIs(kind, text))

describe('reasonIs', () => {
  it.each<[ReasonKind, string[]]>([
    [
      'authority',
      ['司法冻结', '法院冻结', '公安机关止付', '协助冻结', 'Court order', 'frozen by an authority'],
    ],
    [
      'documents',
      [
        '营业执照已过期',
        '法人身份证到期',
        '证件失效',
        'business licence expired',
        'Expired ID',
        'kyc_expired',
        'identity document out of date',
      ],
    ],
    ['minimum', ['低于起结金额', '未达最低结算金额', 'below minimum payout']],
    ['firstPayout', ['首次结算', '首笔结算核验', 'first payout', 'Initial payout delay']],
    ['dispute', ['存在争议', '拒付处理中', '调单未回复', 'chargeback', 'retrieval request']],
    ['rule', ['监管新规', '政策调整', 'new rule in force', 'regulatory change']],
    [
      'limit',
      [
        '超过单日限额',
        '二类户超限',
        'Ⅱ类账户',
        'exceeds daily limit',
        'type II account',
        'class 2 account',
      ],
    ],
    [
      'account',
      [
        '户名不符',
        '账户已销户',
        '账号错误',
        '无此户',
        '久悬户',
        'incorrect_account_holder_name',
        'account_closed',
        'invalid_account_number',
        'no_account',
        'unsupported_card',
        'dormant',
      ],
    ],
  ])('reads %s', (kind, texts) => {
    for (const text of texts)
      expect({ text, kinds: kindsOf(text) }).toMatchObject({
        text,
        kinds: expect.arrayContaining([kind]),
      })
  })

  it.each<[string, ReasonKind[]]>([
    ['交易核实中', []],
    ['under review', []],
    ['', []],
    ['户名不符', ['account']],
    ['营业执照已过期', ['documents']],
    ['超过单日限额', ['limit']],
    ['根据监管新规延迟', ['rule']],
    ['type III account', ['account']],
  ])('reads nothing more into "%s"', (text, expected) => {
    expect(kindsOf(text)).toEqual(expected)
  })

  it('reads code and text together and passes over what is missing', () => {
    expect(reasonIs('account', undefined, '户名不符')).toBe(true)
    expect(reasonIs('account', 'no_account', undefined)).toBe(true)
    expect(reasonIs('account', undefined, undefined)).toBe(false)
  })
})
