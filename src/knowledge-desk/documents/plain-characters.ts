/** Radicals that Unicode itself does not trace back to their character. */
const radicals = new Map(
  Object.entries({
    '⺠': '民',
    '⻄': '西',
    '⻅': '见',
    '⻆': '角',
    '⻉': '贝',
    '⻋': '车',
    '⻑': '長',
    '⻓': '长',
    '⻔': '门',
    '⻘': '青',
    '⻚': '页',
    '⻛': '风',
    '⻜': '飞',
    '⻝': '食',
    '⻢': '马',
    '⻤': '鬼',
    '⻥': '鱼',
    '⻦': '鸟',
    '⻨': '麦',
    '⻩': '黄',
    '⻬': '齐',
    '⻮': '齿',
    '⻰': '龙',
    '⻳': '龟',
  }),
)

/**
 * PDFs that browsers print name 日 by its radical ⽇ and write “fi” as one sign: they look alike,
 * and a search for one does not find the other.
 */
export function plainCharacters(text: string): string {
  return text
    .replaceAll(/[\u2f00-\u2fd5\ufb00-\ufb06]/g, (sign) => sign.normalize('NFKC'))
    .replaceAll(/[\u2e80-\u2eff]/g, (sign) => radicals.get(sign) ?? sign)
}
