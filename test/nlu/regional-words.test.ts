import { describe, expect, it } from 'vitest'
import { readingOf } from '../../src/nlu/reading-form.ts'
import { repairSpelling } from '../../src/nlu/repair-spelling.ts'

const heard = (text: string) => repairSpelling(readingOf(text).low)

describe('Chinese of other places and typed by its sound', () => {
  it.each([
    ['啲錢幾時到數㗎', '些钱什么时候到账啊'],
    ['點解咁耐仲未過數', '为什么这么久还没入账'],
    ['我係商戶', '我是商户'],
    ['唔係呢單,係嗰單', '不是呢单,是那单'],
    ['邊張卡碌咗兩次', '哪张卡刷了两次'],
    ['機器當機了,簽單列印不出來', '机器死机了,签单打印不出来'],
    ['钱莫得到,啥子情况', '钱没有到,什么情况'],
    ['我的破死机刷咖没反应', '我的pos机刷卡没反应'],
    ['参靠号在哪', '参考号在哪'],
    ['tuikuan 没到', '退款 没到'],
  ])('%s is %s', (text, standard) => {
    expect(heard(text)).toBe(standard)
  })

  it.each(['系统故障', '点菜机', '在咖啡店刷的', '仲裁', '户口本', '不造成影响', '点解开按钮'])(
    'leaves %s as it is',
    (text) => {
      expect(heard(text)).toBe(text)
    },
  )
})
