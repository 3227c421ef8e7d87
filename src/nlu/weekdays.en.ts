import { type DateFrame, type DatePattern, dayWith, type ReadDay } from './date-reading.ts'
import { tense } from './days-to-come.en.ts'
import { blot } from './entity-step.ts'
import { type DayNumber, dayNumber, weekdayOf } from './local-day.ts'
import { countWords, readEnglishNumber } from './read-english-number.ts'

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const weekdayWord =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?'

const inThisWeek = (name: string, { today }: DateFrame): DayNumber =>
  today - weekdayOf(today) + names.indexOf(name.slice(0, 3)) + 1

/** The one that comes, a week from today at the latest. */
const comingOne = (day: DayNumber, { today }: DateFrame) => (day > today ? day : day + 7)
/** The last one before today. */
const lastOne = (day: DayNumber, { today }: DateFrame) => (day >= today ? day - 7 : day)

/** What the word in front makes of a day of the week; a bare one has been, and may be today. */
function weekday(prefix: string, day: DayNumber, frame: DateFrame): ReadDay {
  if (prefix === 'next') return dayWith(comingOne(day, frame), [day + 7])
  if (prefix === 'this') return dayWith(day)
  if (/^(?:by|un|til)/.test(prefix))
    return dayWith(day === frame.today ? day : comingOne(day, frame))
  if (prefix === 'last') return lastWeekday(day, frame)
  return dayWith(day > frame.today ? day - 7 : day)
}

/** "Last Friday" may be the one just over or the one before, where both are near. */
function lastWeekday(day: DayNumber, frame: DateFrame): ReadDay {
  const last = lastOne(day, frame)
  const unsure = day < frame.today || frame.today - last <= 2
  return unsure ? dayWith(last, [last - 7]) : dayWith(last)
}

/** A weekend is two days, and either may be meant. */
function weekend(prefix: string, frame: DateFrame): ReadDay {
  const saturday = frame.today - weekdayOf(frame.today) + 6
  if (prefix === 'next') return dayWith(saturday + 7, [saturday + 8])
  if (prefix === 'this' || (prefix === '' && saturday <= frame.today))
    return dayWith(saturday, [saturday + 1])
  const back = prefix === 'before last' ? 14 : 7
  return dayWith(saturday - back, [saturday - back + 1])
}

/** What an earlier step took, here an amount, stands as blots. */
const behindAmount = new RegExp(`[\\d${blot}][,\\s]\\s*$`)

const partBehind = new RegExp(
  `^(?:\\s(?:ni(?:te|ght)|arvo|am|pm|morning|afternoon|evening|eve|lunch)\\b|,? (?:at |around )?${blot})`,
)

/** "£640 sat", "from mon", "sun nite": what stands beside it makes it a weekday; "£50 sat there" does not. */
function besideTime({ input, index, 0: { length } }: RegExpExecArray): boolean {
  const before = input.slice(0, index)
  const behind = input.slice(index + length)
  if (/\b(?:i|we|you|he|she|they|who|just)\s$/.test(before)) return false
  if (/^ (?:there|here|in|on|with|waiting|pending|for)\b/.test(behind)) return false
  return (
    partBehind.test(behind) || behindAmount.test(before) || /\b(?:since|from|until)\s$/.test(before)
  )
}

/** Of which week it is said to be. */
const ofWeek = '(?:(?: of)? (last|this) week)'

/** Days of the week and weekends in English. */
export const englishWeekdays: readonly DatePattern[] = [
  {
    // "Two Fridays ago".
    pattern: new RegExp(`\\b(\\d|${countWords}) (${weekdayWord})s ago\\b`, 'g'),
    read: ([, count = '', name = ''], frame) => {
      const weeks = /\d/.test(count) ? Number(count) : (readEnglishNumber(count) ?? 1)
      return dayWith(lastOne(inThisWeek(name, frame), frame) - (weeks - 1) * 7)
    },
  },
  {
    // "A week last Friday", "a week ago Friday".
    pattern: new RegExp(`\\ba week (?:last|ago(?: last| on)?) (${weekdayWord})\\b`, 'g'),
    read: ([, name = ''], frame) => dayWith(lastOne(inThisWeek(name, frame), frame) - 7),
  },
  {
    // "Friday week", "a week on Friday".
    pattern: new RegExp(`\\b(?:a week on (${weekdayWord})|(${weekdayWord}) week)\\b`, 'g'),
    read: (found, frame) => {
      const day = inThisWeek(found[1] ?? found[2] ?? '', frame)
      const hasBeen = tense(found) === 'been'
      return dayWith(hasBeen ? lastOne(day, frame) - 7 : comingOne(day, frame) + 7)
    },
  },
  {
    pattern: new RegExp(`\\b(?:(?:this )?coming (${weekdayWord})|(${weekdayWord}) coming)\\b`, 'g'),
    read: ([, one, other = ''], frame) =>
      dayWith(comingOne(inThisWeek(one ?? other, frame), frame)),
  },
  {
    pattern: new RegExp(`\\b(?:(?:this|last) )?(${weekdayWord}) (?:just )?(?:gone|past)\\b`, 'g'),
    read: ([, name = ''], frame) => dayWith(lastOne(inThisWeek(name, frame), frame)),
  },
  {
    // "Monday last week", "Tuesday of last week", "last week on Tuesday".
    pattern: new RegExp(
      `\\b(?:(?:on )?(${weekdayWord})${ofWeek}|(last|this) week (?:on )?(${weekdayWord}))\\b`,
      'g',
    ),
    read: ([, one, ofOne, ofOther, other = ''], frame) =>
      dayWith(inThisWeek(one ?? other, frame) - ((ofOne ?? ofOther) === 'last' ? 7 : 0)),
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:to|through|-|every|each|any) )\\b(?:(last|this|next|on|by|till?|until|before)\\s+)?(${weekdayWord})\\b(?! (?:to|through|-) )(?: (before last|last)\\b(?! (?:week|month|year)))?`,
      'g',
    ),
    isWeekday: true,
    read: (found, frame) => {
      const [, prefix = '', name = '', behind] = found
      // "sat" and "sun" are also English words, and "wed" a verb.
      const isBare = /^(?:sat|sun|wed|mon)$/.test(name) && !prefix
      if (isBare && !besideTime(found)) return undefined
      const said = inThisWeek(name, frame)
      if (/^(?:|on|before)$/.test(prefix) && !behind && tense(found) === 'to come')
        return dayWith(comingOne(said, frame))
      const day = weekday(behind ? 'last' : prefix, said, frame)
      return behind === 'before last' ? dayWith(dayNumber(day.iso) - 7) : day
    },
  },
  {
    pattern: /\b(?:(last|this|next)|over the|at the|on the|the) weekend\b(?: (before last))?/g,
    read: ([, prefix = '', before], frame) => weekend(before ?? prefix, frame),
  },
]
