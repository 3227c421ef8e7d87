/** What a customer says, one message after the other. */
export interface Script {
  /** A shop that signed in, or somebody nobody vouched for. */
  as: 'shop' | 'stranger'
  locale: 'zh-CN' | 'en'
  says: readonly [string, ...string[]]
  /** No answer depends on another: the messages may be sent all at once. */
  anyOrder?: true
  /** Lines that a later one may have hidden before they are answered: any answer will do. */
  mayBeHidden?: readonly number[]
}

/** A card number that exists nowhere; its halves are sent in two messages. */
export const cardNumber = '6222021234567890128'

/** Every conversation of the torture is one of these. */
export const scripts = {
  late: {
    as: 'shop',
    locale: 'zh-CN',
    says: ['18号那笔5600到今天还没到账！！都一个礼拜了', '我要投诉', '投诉到哪一步了', '谢谢'],
  },
  paid: {
    as: 'shop',
    locale: 'zh-CN',
    says: ['10000元尾号6225的那笔什么时候到账', '为什么', '好的谢谢'],
  },
  held: {
    as: 'shop',
    locale: 'zh-CN',
    says: ['6万8那笔为什么冻结我的钱?', '为什么', '要交什么材料'],
  },
  complaint: {
    as: 'stranger',
    locale: 'zh-CN',
    says: [
      '我要投诉',
      '我是持卡人 酒店说好退我的押金一直拖着不退 态度还很差',
      '我那个投诉怎么样了',
    ],
  },
  person: { as: 'stranger', locale: 'zh-CN', says: ['钱没到账', '转人工', '还在吗', '快一点'] },
  fraud: {
    as: 'stranger',
    locale: 'zh-CN',
    says: ['有个自称公安的让我把钱转到安全账户 说资金核查 是真的吗', '我还没有转', '谢谢'],
  },
  card: {
    as: 'stranger',
    locale: 'zh-CN',
    says: ['你好', `卡号 ${cardNumber.slice(0, 8)}`, cardNumber.slice(8), '谢谢'],
    mayBeHidden: [1],
  },
  codes: {
    as: 'stranger',
    locale: 'zh-CN',
    says: [
      'pos机显示68啥意思',
      'pos机显示51啥意思',
      'pos机显示91啥意思',
      'pos机显示05啥意思',
      'pos机显示55啥意思',
      'pos机显示61啥意思',
    ],
    anyOrder: true,
  },
  english: {
    as: 'shop',
    locale: 'en',
    says: ['My money has not arrived', '5600 on 18 November', 'Why is it late?', 'thanks'],
  },
  questions: {
    as: 'stranger',
    locale: 'en',
    says: ['what does code 55 mean', 'what does code 61 mean', 'what does code 96 mean'],
    anyOrder: true,
  },
} as const satisfies Record<string, Script>

export type ScriptName = keyof typeof scripts

/** The script itself, with all its fields. */
export function scriptOf(name: ScriptName): Script {
  return scripts[name]
}

// The keys of a constant object.
export const scriptNames = Object.keys(scripts) as [ScriptName, ...ScriptName[]]
