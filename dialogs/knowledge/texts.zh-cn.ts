import type { KnowledgeTexts } from './texts.en.ts'

export const zhCn: KnowledgeTexts = {
  updated: (day) => `${day} 审核。`,
  source: '出处',
  unsure: ['您是想问下面哪一个？', '是下面这几样里的吗？', '我找到这几样，有您要问的吗？'],
  dontKnow:
    '这个我没有审核过的答案，不想猜给您听。我可以帮您查一笔交易、解释代码、登记投诉，或者转人工。',
  isRight: ['这样回答到您的问题了吗？', '您想知道的是这个吗？', '这样说清楚了吗？'],
  right: '答到了',
  wrong: '没答到',
  more: '再详细点',
  thanks: '好的，还有想问的随时说。',
  whyWrong: '不好意思。是哪里不对呢？您的回答会给写这些内容的人看。',
  reasons: {
    other_question: '我问的是别的',
    unclear: '看不懂',
    incomplete: '没说全',
    incorrect: '说得不对或过时了',
  },
  noted: '谢谢，已转给写这些内容的人。您可以换个说法再问我，也可以转人工。',
  waiting: {
    dontKnow:
      '这个我没有审核过的答案，不想猜给您听。同事来了看得到您的问题；这会儿我可以帮您查一笔交易、解释代码或登记投诉。',
    noted: '谢谢，已转给写这些内容的人。等同事的时候，您可以换个说法再问我。',
  },
}
