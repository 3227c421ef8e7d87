import type { SupportEntity } from '../../../domain/support-entity.ts'
import { choicesOf, type PageActivity } from '../../widget/talk/activity.ts'
import { isNotKept } from '../../widget/talk/not-kept.ts'
import type { ConversationView, FileView, NoteView } from '../api/shapes.ts'
import type { ConsoleWords } from '../words/en.ts'

/** Who speaks in a line of the conversation. */
export type Speaker = 'customer' | 'bot' | 'agent' | 'note'

/** A file or a picture that came with a line. */
export interface SentFile {
  name: string
  /** Absent for the assistant's own drawings, and for what was not kept. */
  kept?: FileView | undefined
  isLeft: boolean
}

/** A line of what was said, notes among it in their place. */
export interface Entry {
  key: string
  speaker: Speaker
  /** The agent's name; empty for the others. */
  name: string
  text: string
  at: string
  files: SentFile[]
  /** Answers that were offered to the customer. */
  choices: string[]
  /** Tickets that were filed with it. */
  tickets: string[]
}

/**
 * The log and the notes as one list, oldest first. Events without words are left out, and so are notes
 * from before what was read.
 */
export function entriesOf(
  {
    transcript,
    notes = [],
    earlier,
    files = [],
  }: Pick<ConversationView, 'transcript' | 'notes' | 'earlier' | 'files'>,
  words: ConsoleWords,
): Entry[] {
  const first = earlier ? (transcript[0]?.seq ?? 0) : 0
  const said = transcript.flatMap(({ id, at, direction, activity }) => {
    const entry = entryOf(activity, direction)
    const sent = filesIn(activity, files)
    const isEmpty = !entry || !(entry.text || sent.length > 0)
    return isEmpty ? [] : [{ key: id, at, ...entry, files: sent }]
  })
  const noted = notes
    .filter(({ seq }) => seq >= first)
    .map((note) => ({
      ...empty,
      key: `note ${note.seq}`,
      at: note.at,
      speaker: 'note' as const,
      name: note.byName ?? '',
      text: note.text ?? noteText(note, words),
    }))
  // The transcript keeps its order; a note goes before the first line that is newer.
  const entries: Entry[] = []
  for (const entry of said) {
    while (noted[0] && noted[0].at < entry.at) entries.push(...noted.splice(0, 1))
    entries.push(entry)
  }
  return [...entries, ...noted]
}

/** What the service noted for those at the desk, in words. */
function noteText(
  { about = '', agentName = '', score = 0, comment, news = [] }: NoteView,
  words: ConsoleWords,
): string {
  const texts: Record<string, string> = {
    taken_back: words.notes.takenBack(agentName),
    rating: [words.conversation.rated(score), comment].filter(Boolean).join(' · '),
    call_back_missed: words.notes.callBackMissed,
    payment_watch: news
      .map(({ text }) => text)
      .filter(Boolean)
      .join('\n'),
  }
  return texts[about] ?? about
}

const empty = { files: [], choices: [], tickets: [] }

function entryOf(
  activity: PageActivity,
  direction: 'in' | 'out',
): Omit<Entry, 'key' | 'at' | 'files'> | undefined {
  if (activity.type !== 'message') return undefined
  const speaker = speakerOf(activity, direction)
  return {
    speaker,
    name: speaker === 'agent' ? (activity.from?.name ?? '') : '',
    text: activity.text ?? '',
    choices: choicesOf(activity).map(({ title }) => title),
    tickets: ticketsOf(activity),
  }
}

function filesIn({ attachments = [] }: PageActivity, files: readonly FileView[]): SentFile[] {
  return attachments
    .filter(({ name }) => name)
    .map((attachment) => ({
      name: attachment.name ?? '',
      kept: files.find(({ id }) => attachment.contentUrl?.endsWith(`/${id}`)),
      isLeft: isNotKept(attachment),
    }))
}

function speakerOf({ from }: PageActivity, direction: 'in' | 'out'): Speaker {
  if (direction === 'in') return 'customer'
  return from?.id === 'agent' ? 'agent' : 'bot'
}

type TicketEntity = Extract<SupportEntity, { type: 'support/ticket' }>

function ticketsOf({ entities = [] }: PageActivity): string[] {
  const isTicket = (entity: { type: string }): entity is TicketEntity =>
    entity.type === 'support/ticket'
  return entities.filter(isTicket).map(({ no }) => no)
}
