import type { DeskNote, Handed, HandoffDesk } from '../../src/ports/desk.ts'
import type { JsonObject } from '../../src/ports/json.ts'

/** A desk that some team has already, in memory: it knows keys, and can be away. */
export function deskElsewhere() {
  const taken = new Map<string, { note: DeskNote; event: JsonObject }>()
  const tried: string[] = []
  let answer: Handed | 'breaks' = { kind: 'taken' }
  const desk: HandoffDesk = {
    where: 'elsewhere',
    async hand(note, event) {
      tried.push(note.key)
      const said = await event()
      if (answer === 'breaks') throw new Error('the line broke')
      if (answer.kind === 'taken') taken.set(note.key, { note, event: said })
      return answer
    },
  }
  return {
    desk,
    /** Every attempt, by its key. */
    tried,
    /** What it has, in the order it came, each key once. */
    taken: () => [...taken.values()],
    answer: (next: Handed | 'breaks') => {
      answer = next
    },
  }
}
