import type { Locale } from '../../src/domain/locale.ts'
import { type Flow, finish, type Message, type Scene, type Turn } from '../flow.ts'
import { en, type ResponseCodeTexts } from './texts.en.ts'
import { zhCn } from './texts.zh-cn.ts'

const texts: Record<Locale, ResponseCodeTexts> = { en, 'zh-CN': zhCn }

/** "What does 68 on the terminal mean?" */
export const responseCode: Flow = {
  name: 'response-code',
  intents: ['response_code_question'],
  async turn({ memory, actions }: Scene): Promise<Turn> {
    const words = texts[memory.locale]
    const { code } = memory.facts
    if (!code && memory.unavailable.includes('code'))
      return finish(memory, [{ text: words.noCode }])
    if (!code) return { say: [], ask: { slot: 'code', name: 'code', text: words.askCode }, memory }
    const told = { ...memory, facts: { ...memory.facts, code: undefined } }
    const found = actions.explainCode(code)
    if (!found) return finish(told, [{ text: words.unknown(code) }])
    const { locale } = memory
    const both = [
      words.forCardholder(found.cardholder[locale]),
      words.forMerchant(found.merchant[locale]),
    ]
    const advice = memory.facts.role ? [found[memory.facts.role][locale]] : both
    const say: Message = {
      text: [
        words.explained(code.toUpperCase(), found.meaning[locale]),
        words.moneyRisk[found.moneyRisk],
        ...advice,
        words.goOn,
      ].join('\n'),
    }
    return finish(told, [say])
  },
}
