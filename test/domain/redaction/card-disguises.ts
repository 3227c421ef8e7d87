import fc from 'fast-check'

/** The start and the lengths that each scheme issues. */
export const brands: Record<string, { starts: string[]; lengths: number[] }> = {
  visa: { starts: ['4'], lengths: [13, 16, 19] },
  mastercard: { starts: ['51', '52', '53', '54', '55', '2221', '2300', '2720'], lengths: [16] },
  amex: { starts: ['34', '37'], lengths: [15] },
  jcb: { starts: ['3528', '3566', '3589'], lengths: [16] },
  discover: { starts: ['6011', '644', '649', '65'], lengths: [16] },
  diners: { starts: ['300', '305', '36', '38'], lengths: [14] },
  unionpay: { starts: ['62', '6222', '6217', '81'], lengths: [16, 17, 18, 19] },
  maestro: { starts: ['5018', '5612', '6304', '6759'], lengths: [16, 18, 19] },
  mir: { starts: ['2200', '2204'], lengths: [16] },
  rupay: { starts: ['508', '6521'], lengths: [16] },
  oldDebit: { starts: ['955880', '955888'], lengths: [19] },
}

/** Puts the Luhn check digit behind the digits. */
export function withCheckDigit(digits: string): string {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits + ((10 - (sum % 10)) % 10)
}

const figure = fc.integer({ min: 0, max: 9 }).map(String)

/** A card number of a brand: right start, right length, right check digit. */
export function cardOf(brand: string): fc.Arbitrary<string> {
  const { starts, lengths } = brands[brand] ?? { starts: ['4'], lengths: [16] }
  return (
    fc
      .tuple(
        fc.constantFrom(...starts),
        fc.constantFrom(...lengths),
        fc.array(figure, { minLength: 18, maxLength: 18 }),
      )
      .map(([start, length, rest]) => withCheckDigit((start + rest.join('')).slice(0, length - 1)))
      // Amount, date and time before a last four is the one grouping that is left alone on purpose.
      .filter((card) => !/^..00(0[1-9]|1[0-2])[0-3][0-9][0-2][0-9][0-5][0-9].{4}$/.test(card))
  )
}

export const anyCard = fc.constantFrom(...Object.keys(brands)).chain(cardOf)

/** Cards of the schemes whose ranges are their own: they are known without a regular grouping. */
export const knownCard = fc
  .constantFrom(...Object.keys(brands).filter((brand) => brand !== 'maestro'))
  .chain(cardOf)

function fours(card: string): string[] {
  return card.match(/.{1,4}/g) ?? []
}

function inScript(zero: number) {
  return (card: string) => each(card, (digit) => String.fromCodePoint(zero + Number(digit)))
}

function each(card: string, write: (digit: string, at: number) => string): string {
  return [...card].map(write).join('')
}

function spelled(words: string, between: string) {
  const list = words.includes(' ') ? words.split(' ') : [...words]
  return (card: string) => [...card].map((digit) => list[Number(digit)]).join(between)
}

const english = 'zero one two three four five six seven eight nine'

/** Every way of writing a card number that must be seen through. */
export const disguises: Record<string, (card: string) => string> = {
  plain: (card) => card,
  spaces: (card) => fours(card).join(' '),
  'double spaces': (card) => fours(card).join('  '),
  dashes: (card) => fours(card).join('-'),
  dots: (card) => fours(card).join('.'),
  slashes: (card) => fours(card).join('/'),
  underscores: (card) => fours(card).join('_'),
  commas: (card) => fours(card).join(','),
  'commas and spaces': (card) => fours(card).join(', '),
  'Chinese commas': (card) => fours(card).join('，'),
  colons: (card) => fours(card).join(':'),
  pipes: (card) => fours(card).join('|'),
  stars: (card) => fours(card).join('*'),
  pluses: (card) => fours(card).join('+'),
  newlines: (card) => fours(card).join('\n'),
  tabs: (card) => fours(card).join('\t'),
  'no-break spaces': (card) => fours(card).join('\u00a0'),
  'thin spaces': (card) => fours(card).join('\u2009'),
  'ideographic spaces': (card) => fours(card).join('\u3000'),
  'en dashes': (card) => fours(card).join('–'),
  'middle dots': (card) => fours(card).join('·'),
  'single digits': (card) => each(card, (digit) => `${digit} `),
  'single digits with dashes': (card) => [...card].join('-'),
  'single digits with commas': (card) => [...card].join(', '),
  pairs: (card) => (card.match(/.{1,2}/g) ?? []).join(' '),
  threes: (card) => (card.match(/.{1,3}/g) ?? []).join(' '),
  fives: (card) => (card.match(/.{1,5}/g) ?? []).join('-'),
  'full width': inScript(0xff10),
  'Arabic-Indic': inScript(0x660),
  Persian: inScript(0x6f0),
  Devanagari: inScript(0x966),
  Bengali: inScript(0x9e6),
  Thai: inScript(0xe50),
  Tamil: inScript(0xbe6),
  Myanmar: inScript(0x1040),
  Khmer: inScript(0x17e0),
  Tibetan: inScript(0xf20),
  'Chakma (beyond the first plane)': inScript(0x11136),
  'mathematical bold': inScript(0x1d7ce),
  'mathematical monospace': inScript(0x1d7f6),
  'segmented digits': inScript(0x1fbf0),
  superscript: spelled('⁰¹²³⁴⁵⁶⁷⁸⁹', ''),
  subscript: spelled('₀₁₂₃₄₅₆₇₈₉', ''),
  circled: spelled('⓪①②③④⑤⑥⑦⑧⑨', ''),
  'in round brackets': spelled('0⑴⑵⑶⑷⑸⑹⑺⑻⑼', ''),
  'with full stops': spelled('0⒈⒉⒊⒋⒌⒍⒎⒏⒐', ''),
  'negative circled': spelled('⓿❶❷❸❹❺❻❼❽❾', ''),
  'mixed scripts': (card) =>
    each(card, (digit, at) =>
      String.fromCodePoint(([48, 0x660, 0xff10][at % 3] ?? 48) + Number(digit)),
    ),
  'zero-width spaces': (card) => [...card].join('\u200b'),
  'zero-width joiners': (card) => [...card].join('\u200d'),
  'word joiners': (card) => [...card].join('\u2060'),
  'byte order marks': (card) => [...card].join('\ufeff'),
  'soft hyphens': (card) => [...card].join('\u00ad'),
  'bidi marks': (card) => `\u202e${[...card].join('\u200e')}\u202c`,
  'combining marks': (card) => each(card, (digit) => `${digit}\u0336\u0301`),
  'emoji keycaps': (card) => each(card, (digit) => `${digit}\ufe0f\u20e3`),
  'control characters': (card) => [...card].join('\u0000'),
  'tag characters': inScript(0xe0030),
  'emoji between': (card) => fours(card).join('💳'),
  'Chinese numerals': spelled('〇一二三四五六七八九', ''),
  'Chinese numerals with 零': spelled('零一二三四五六七八九', ''),
  'financial numerals': spelled('零壹贰叁肆伍陆柒捌玖', ''),
  'traditional financial numerals': spelled('零壹貳叄肆伍陸柒捌玖', ''),
  'spoken Chinese numerals': spelled('零幺两三四五六七八九', ''),
  'radio numerals': spelled('洞幺两三四五六拐八勾', ''),
  'Suzhou numerals': spelled('〇〡〢〣〤〥〦〧〨〩', ''),
  'Chinese numerals with commas': spelled('零一二三四五六七八九', '，'),
  'Chinese numerals in brackets': spelled('〇㈠㈡㈢㈣㈤㈥㈦㈧㈨', ''),
  'Chinese numerals in fours': (card) =>
    fours(card).map(spelled('零一二三四五六七八九', '')).join(' '),
  'numerals and figures': (card) =>
    each(card, (digit, at) =>
      at % 2 ? digit : ([...'零一二三四五六七八九'][Number(digit)] ?? ''),
    ),
  'English words': spelled(english, ' '),
  'English words with commas': spelled(english, ', '),
  'English words with dashes': spelled(english, '-'),
  'English words in capitals': (card) => spelled(english, ' ')(card).toUpperCase(),
  'English words on lines of their own': spelled(english, '\n'),
  'English words with and': spelled(english, ' and '),
  'English words without spaces': (card) => spelled(english, '')(card),
  'oh for zero': spelled(english.replace('zero', 'oh'), ' '),
  doubles: (card) =>
    card
      .replace(/(.)\1/g, 'double $1 ')
      .replace(/\d/g, (digit) => `${english.split(' ')[Number(digit)]} `),
  'letters for digits': (card) => card.replace(/0/g, 'O').replace(/1/g, 'l'),
  'capital letters for digits': (card) =>
    fours(card.slice(0, 12).replace(/0/g, 'O').replace(/1/g, 'I')).join(' ') + card.slice(12),
  'Chinese words between': (card) => fours(card).join(' 然后 '),
  'other Chinese words between': (card) => fours(card).join('，接着是'),
  'English words between': (card) => fours(card).join(' then '),
  'a sentence around groups': (card) => `it starts ${fours(card).join(' and then ')} ok`,
  'HTML tags between': (card) => fours(card).join('</td><td>'),
  'URL encoding': (card) => each(card, (digit) => `%3${digit}`),
  'URL-encoded spaces': (card) => fours(card).join('%20'),
  'double URL encoding': (card) => each(card, (digit) => `%253${digit}`),
  'URL-encoded full width': (card) => encodeURIComponent(inScript(0xff10)(card)),
  'HTML entities': (card) => each(card, (digit) => `&#${48 + Number(digit)};`),
  'hexadecimal HTML entities': (card) => each(card, (digit) => `&#x3${digit};`),
  'HTML spaces': (card) => fours(card).join('&nbsp;'),
  'JSON escapes': (card) => each(card, (digit) => `\\u003${digit}`),
  'escaped newlines': (card) => fours(card).join('\\n'),
  'hexadecimal escapes': (card) => each(card, (digit) => `\\x3${digit}`),
  'track 2': (card) => `;${card}=25121011234567890?`,
  'track 1': (card) => `%B${card}^DOE/JOHN^25121011234567890?`,
  'glued to a word': (card) => `card${card}`,
  'in a URL': (card) => `https://pay.example/c?pan=${card}&x=1`,
  'in JSON': (card) => `{"n":"${card}"}`,
  'with an ending': (card) => `${card}.`,
}

/** Words that a card number may stand in. */
export const sentences: readonly ((said: string) => string)[] = [
  (said) => said,
  (said) => `我的卡号是${said}，钱没到账`,
  (said) => `My card ${said} was charged 120.50 on 2026-11-22`,
  (said) => `刷了 5000 元，卡 ${said} 请查一下`,
  (said) => `please check ${said}, thanks`,
]
