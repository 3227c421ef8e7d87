import type { Edit } from './edit.ts'
import { hiddenMark } from './marks.ts'
import type { Survey } from './numbers.ts'

/** What people say about a password instead of telling it. */
const REMARKS = new Set(
  `wrong incorrect invalid not never correct right ok okay fine good expired required needed locked
  blocked the a an my your being always still safe secure too asked rejected refused forgotten
  forgot lost it what reset changed different same set no unknown hidden private secret very so
  also only really used stored something compromised leaked stolen weak strong long short bad
  missing failing failed accepted working and or but in on at to for with from by of protected
  entered typed please when why how where that this there than more under between`.split(/\s+/),
)
const VALUE = /[^\s,，。;；、"'“”‘’<>()（）]{2,64}/y
const TOLD =
  /(?: ?(?:is|was|=|:|：|是|为|就是|改成|设成|设为|改为)[ :：]?)(?: ?(?:now|currently))? ?/iy
const QUOTE = /[“"'‘「『]([^“”"'‘’「」『』\n]{1,64})[”"'’」』]/y
/** A bare value directly after the label must mix letters with digits or signs. */
const MIXED = /^(?=.*[0-9@#$%^&*_!-])(?=.*[a-z])[!-~]{4,64}$/i

/** Passwords told as words: "password is hunter2", 密码：abc123. */
export function findPasswords({ glyphs, labels }: Survey): Edit[] {
  const edits: Edit[] = []
  for (const label of labels) {
    if (label.kind !== 'password' && label.kind !== 'pin') continue
    const edit = valueAfter(glyphs, label.end)
    if (edit) edits.push(edit)
  }
  return edits
}

function valueAfter(glyphs: string, labelEnd: number): Edit | undefined {
  const told = matchAt(TOLD, glyphs, labelEnd)
  const at = labelEnd + (told?.length ?? matchAt(/ */y, glyphs, labelEnd)?.length ?? 0)
  const quoted = matchAt(QUOTE, glyphs, at)
  if (quoted) return told ? hide(at + 1, at + quoted.length - 1, glyphs) : undefined
  const value = matchAt(VALUE, glyphs, at) ?? ''
  const ascii = asciiStart(value)
  const word = ascii.replace(/[.?!:]{1,8}$/, '')
  if (!told) return MIXED.test(value) ? hide(at, at + value.length, glyphs) : undefined
  const remark = REMARKS.has(word.toLowerCase()) || /^[0-9]*$/.test(word) || word.length < 3
  return remark ? undefined : hide(at, at + ascii.length, glyphs)
}

function hide(start: number, end: number, glyphs: string): Edit | undefined {
  if (glyphs.slice(start, end).startsWith('[')) return undefined
  return { start, end, kinds: ['password'], mark: hiddenMark }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** Han text after a password is a remark about it, not a part of it. */
function asciiStart(value: string): string {
  return /^[!-~]*/.exec(value)?.[0] ?? ''
}
