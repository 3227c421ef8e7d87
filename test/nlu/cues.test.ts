import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cues } from '../../src/domain/diagnosis/story.ts'
import { findCues } from '../../src/nlu/find-cues.ts'
import { readingOf } from '../../src/nlu/reading-form.ts'
import { repairSpelling } from '../../src/nlu/repair-spelling.ts'

const cuesOf = (text: string) => findCues(repairSpelling(readingOf(text).low))

function statements(file: string): [string, string][] {
  let cue = ''
  const rows: [string, string][] = []
  for (const line of readFileSync(join(import.meta.dirname, file), 'utf8').split('\n')) {
    if (line.startsWith('# ')) cue = line.slice(2)
    else if (line !== '') rows.push([cue, line])
  }
  return rows
}

describe('findCues', () => {
  it.each([...statements('cues.zh-cn.txt'), ...statements('cues.en.txt')])(
    'finds %s in: %s',
    (cue, text) => {
      expect(cuesOf(text)).toContain(cue)
    },
  )

  it.each(['cues.zh-cn.txt', 'cues.en.txt'])('has six statements of every cue in %s', (file) => {
    const rows = statements(file)
    for (const cue of cues) {
      expect(rows.filter(([name]) => name === cue).length, cue).toBeGreaterThanOrEqual(6)
    }
  })

  it.each([
    ['bank_debited', '钱没扣'],
    ['activation_fee', '客人刷了1992.78，尾号5890，钱呢'],
    ['activation_fee', '昨天刷了299元还没到账'],
    ['activation_fee', '酒吧扣了我500押金没退'],
    ['activation_fee', '开机后刷了1990元'],
    ['bank_debited', '银行没有扣款'],
    ['bank_debited', 'my card was not charged'],
    ['bank_debited', 'no money was taken'],
    ['bank_debited', 'took 1.2k on friday'],
    ['bank_debited', 'we took 640 last night'],
    ['bank_not_debited', '银行短信显示扣了'],
    ['bank_not_debited', 'i was charged 50'],
    ['no_slip', '小票打出来了'],
    ['no_slip', 'the receipt printed fine'],
    ['slip_approved', '没打印小票'],
    ['slip_approved', '交易没成功'],
    ['slip_approved', 'the slip does not say approved'],
    ['slip_approved', 'no slip came out'],
    ['slip_declined', '交易成功了'],
    ['slip_declined', 'it was not declined'],
    ['slip_other_name', '小票上是我们店的名字'],
    ['slip_other_name', '小票打出来了 不是你们的问题'],
    ['slip_other_name', 'the slip shows our name'],
    ['slip_name_matches', '小票上的名字不是我们店'],
    ['slip_name_matches', 'the name on the slip is not ours'],
    ['charged_twice', '没有重复扣款'],
    ['charged_twice', 'i was not charged twice'],
    ['account_changed', '没换过卡'],
    ['account_changed', "i haven't changed my bank account"],
    ['account_not_changed', '我换了结算卡'],
    ['account_not_changed', 'i changed my bank account'],
    ['documents_submitted', '资料还没交'],
    ['documents_submitted', "i haven't sent the documents"],
    ['refund_agreed', '商家不肯退款'],
    ['refund_agreed', 'the shop refused to refund me'],
    ['voided_by_merchant', '怎么撤销'],
    ['voided_by_merchant', 'how do i void it'],
    ['loss_happened', '我没有转钱给他'],
    ['loss_happened', '他让我转账 要不要转'],
    ['loss_happened', 'i did not send him money'],
    ['card_data_given', '我没把验证码告诉他'],
    ['card_data_given', '要不要把密码给你'],
    ['card_data_given', '他要我的验证码'],
    ['card_data_given', "i didn't give him the code"],
    ['card_data_given', 'he asked for my pin'],
    ['already_complained', '我没投诉过'],
    ['already_complained', 'i never complained'],
    ['terminal_fault', '机器没坏'],
    ['terminal_fault', 'the terminal is working fine'],
    ['network_fault', '网络正常'],
    ['network_fault', 'the wifi is fine'],
    ['not_my_transaction', '是我刷的'],
    ['preauth', '不是预授权'],
    ['legal_threat', '法规变化有什么影响'],
    ['vulnerable', '我笑死了'],
  ])('does not find %s in: %s', (cue, text) => {
    expect(cuesOf(text)).not.toContain(cue)
  })

  it('finds several statements in one message', () => {
    expect(cuesOf('银行扣了两次 机器没出小票 商家不肯退')).toEqual(
      expect.arrayContaining([
        'bank_debited',
        'charged_twice',
        'no_slip',
        'shop_closed_or_refuses',
      ]),
    )
  })

  it('states nothing for a greeting', () => {
    expect(cuesOf('你好')).toEqual([])
    expect(cuesOf('hello there')).toEqual([])
  })
})
