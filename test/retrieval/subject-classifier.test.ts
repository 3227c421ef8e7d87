import { describe, expect, it } from 'vitest'
import { learnSubjects, subjectClassifier } from '../../src/retrieval/subject-classifier.ts'

const ways = ['the screen says', 'what is', 'I got', 'why', 'refused with', 'it shows', 'help,']
const endings = ['', 'at the till', 'again']

/** Questions that only their number tells apart. */
const about = (number: string) =>
  ways.flatMap((way) => endings.map((ending) => `${way} ${number} ${ending}`))

const learnt = learnSubjects(
  ['51', '96', '12363', '12378'].map((number) => ({ id: number, questions: about(number) })),
  { locale: 'en', cacheFolders: [] },
)
const subjects = learnt && subjectClassifier(learnt)

describe('learnSubjects', () => {
  it.each(['51', '96', '12363', '12378'])('tells %s from other numbers of its length', (number) => {
    const chances = subjects?.(`my machine shows ${number}, what now`)
    const [likeliest] = [...(chances ?? [])].sort(([, a], [, b]) => b - a)
    expect(likeliest?.[0]).toBe(number)
  })

  it('sees a number that touches Chinese characters', () => {
    const chances = subjects?.('显示51怎么办')
    expect(chances?.get('51')).toBeGreaterThan(chances?.get('96') ?? 1)
  })

  it('learns nothing from too few questions', () => {
    const few = ['51', '96'].map((id) => ({ id, questions: about(id).slice(0, 10) }))
    expect(learnSubjects(few, { locale: 'en', cacheFolders: [] })).toBeUndefined()
  })
})
