import { matchesOf } from '../domain/matches.ts'

/** Numbers to leave alone: phones and hotlines, and trace numbers, which have no kind of ours. */
const setAside: readonly RegExp[] = [
  /(?<![\d.])(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g,
  /\+\d[\d\s()-]{7,18}\d/g,
  /(?<!\d)(?:0\d{2,3}-\d{7,8}|[48]00-?\d{3,4}-?\d{3,4})(?!\d)/g,
  /(?:(?<!给[我你他她]?们?|[少多])打|拨|拨打|电话|热线|手机号?|客服|微信号?|qq号?|\bphone|\bmobile|\bcall(?:ed|ing)?|\bdial(?:led)?|\btel)[\s:是了过]{0,3}(?:\d[\d\s-]{5,16}\d|\d{3,15})(?!\d|元|块|\s?w)/g,
  /(?<!\d)(?:12363|12378|12315|96110|12321)(?!\d)/g,
  /(?<!\d)0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}(?!\d)/g,
  /(?:凭证号|stan|trace(?:\s+(?:no|number))?)[\s:是为#]{0,3}\d{4,8}(?!\d)/g,
  /\b(?:(?:new|old|current|previous|bank|settlement|business|company)\s+(?:account|acct|a\/c)(?:\s+(?:no\.?|number))?(?:\s+(?:in|with|is))?|(?<!merch(?:ant)? )(?:account|acct|a\/c))\s+\d{4,10}(?!\d)/g,
  /\b(?:https?:\/\/|www\.)\S{1,200}/g,
  /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}/g,
]

/** Where phones, hotlines, links and trace numbers stand; they are blotted out, not returned. */
export function setAsideSpans(low: string): [number, number][] {
  return setAside.flatMap((pattern) =>
    Array.from(matchesOf(low, pattern), ({ 0: text, index }): [number, number] => [
      index,
      index + text.length,
    ]),
  )
}
