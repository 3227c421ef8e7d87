import type { Entity } from '../ports/understanding.ts'
import { repairSpelling } from './repair-spelling.ts'

/** What stands for a detail: a sum is a sum to a wish, however it is written. */
const marks: Partial<Record<Entity['type'], string>> = {
  amount: 'xamount',
  date: 'xdate',
  time: 'xtime',
  last4: 'xcard',
  rrn: 'xnumber',
  orderNo: 'xnumber',
  authCode: 'xnumber',
  terminalId: 'xnumber',
  merchantId: 'xnumber',
  batchNo: 'xnumber',
  ticketNo: 'xticket',
}

/** What stands for something hidden: that it was sent is no wish. */
const hidden = /\[[^\]\n]*\]/gu

/** A message as the model reads it: spelling repaired, each named detail a single mark. */
export function withoutDetails(low: string, entities: readonly Entity[]): string {
  let text = low
  for (const { type, start, end } of entities.toReversed()) {
    const mark = marks[type]
    if (mark) text = `${text.slice(0, start)} ${mark} ${text.slice(end)}`
  }
  return repairSpelling(text.replaceAll(hidden, ' '))
}
