import { type Bubble, startEngine } from '../test/support/talk.ts'

/** A conversation of the README with the demo world. */
interface Sample {
  /** The marker in the README. */
  part: string
  locale: 'zh-CN' | 'en'
  /** An instant after `@` lets time pass until then. */
  says: readonly string[]
}

/** A Monday morning in China, so that a weekend lies just behind. */
const clock = '2026-11-23T10:00:00+08:00'

/** The conversations the README shows. */
export const samples: readonly Sample[] = [
  {
    part: 'sample-zh',
    locale: 'zh-CN',
    says: [
      '我是商户，昨天下午三点二十刷了10000块，卡尾号6225，还没到账',
      '好的，麻烦你了',
      '那笔1580呢？昨晚11点12分刷的，尾号8812',
      '为什么会有T+1？',
      '@ 2026-11-23T12:30:00+08:00',
    ],
  },
  {
    part: 'sample-en',
    locale: 'en',
    says: [
      'My shop took $910.00 on card 6719, order AB-7702. Where is my money?',
      'I want a person',
    ],
  },
]

/** Plays the sample on the real engine; the text is what a terminal shows after the greeting. */
export async function playSample({ locale, says }: Sample): Promise<string> {
  const engine = await startEngine({ CLOCK_START: clock, DEFAULT_LOCALE: locale })
  try {
    const talk = await engine.talk({ locale })
    const turns: string[] = []
    for (const text of says) {
      const heard = text.startsWith('@') ? talk.pass(text.slice(2)) : talk.say(text)
      turns.push(text.startsWith('@') ? `(${text.slice(2)})` : `> ${text}`)
      turns.push(...(await heard).map(shown))
    }
    const start = `$ CLOCK_START=${clock} DEFAULT_LOCALE=${locale} npm run chat`
    return ['```text', start, '', turns.join('\n\n'), '```'].join('\n')
  } finally {
    await engine.stop()
  }
}

function shown({ text, choices }: Bubble): string {
  return [text, ...choices.map((choice, index) => `  ${index + 1}. ${choice}`)].join('\n')
}
