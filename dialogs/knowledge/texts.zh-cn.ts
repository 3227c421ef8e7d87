import type { KnowledgeTexts } from './texts.en.ts'

export const zhCn: KnowledgeTexts = {
  updated: (day) => `${day} 审核。`,
  source: '出处',
  unsure: '您是想问下面哪一个？',
  dontKnow:
    '这个我没有审核过的答案，不想猜给您听。我可以帮您查一笔交易、解释代码、登记投诉，或者转人工。',
}
