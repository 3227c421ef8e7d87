import { anyMark } from './marks.ts'
import { redact } from './redact.ts'

/** Stands where something was taken out that could point at somebody. */
export const takenOut = '[…]'

const address = /\S+@\S+|(?:https?:\/\/|www\.)\S+/giu
/** A word of Latin letters with a digit in it, or a number with its points and strokes. */
const withDigit = /[a-z_-]*\p{N}[a-z\p{N}_-]*(?:[.,:：/][a-z\p{N}_-]+)*/giu

const surnames =
  '王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤'
const greetings =
  "[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Dd]r|[Ss]ir|[Mm]adam|[Dd]ear|[Hh]i|[Hh]ello|[Rr]egards|[Tt]his is|[Ii] am|[Ii]['’]m|[Mm]y name is|[Cc]alled"
const noNames =
  'Mr|Mrs|Ms|Miss|Dr|Sir|Madam|I|My|We|Our|You|Your|It|The|A|This|That|There|What|When|Where|Why|How|Who|Can|Could|Is|Are|Do|Does|Did|Please|Thank|Thanks|Yes|No|Not|If'
const nameSigns: readonly RegExp[] = [
  // Mr Smith, Dear Anna, this is Chen from …
  new RegExp(
    `(?<=\\b(?:${greetings})[.,:]?\\s+)(?!(?:${noNames})\\b)\\p{Lu}[\\p{L}'’-]*(?:\\s+\\p{Lu}[\\p{L}'’-]*){0,2}`,
    'gu',
  ),
  new RegExp(`[${surnames}]\\p{Script=Han}{0,2}(?=先生|女士|小姐|太太|师傅|老师|老板|经理)`, 'gu'),
  /(?<=我叫|我是|姓名[是为：:]?|名字[是叫为：:]?)\p{Script=Han}{2,3}(?=[，。,.！!\s]|$)/gu,
]

/**
 * A text with everything taken out that could point at somebody, as far as a machine can tell: what
 * is secret, every number, addresses, the names given and what is plainly a name. A person still
 * reads it before others do.
 */
export function anonymise(text: string, names: readonly string[] = []): string {
  const open = redact(text).text.replaceAll(anyMark, takenOut)
  const patterns = [...names.flatMap(nameAsGiven), address, ...nameSigns, withDigit]
  const bare = patterns.reduce((rest, pattern) => rest.replaceAll(pattern, takenOut), open)
  return bare.replaceAll(/\[…\](?:[\s,.·-]*\[…\])+/gu, takenOut).trim()
}

function nameAsGiven(name: string): RegExp[] {
  const words = name.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return words === '' ? [] : [new RegExp(words, 'giu')]
}
