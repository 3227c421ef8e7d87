import { Button } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import type { Locale } from '../../../domain/locale.ts'
import { withMarks } from '../../widget/text/marks.ts'
import { FileLine } from '../files/file-line.tsx'
import { clock, dateAndTime } from '../time.ts'
import { useTongue } from '../tongue.tsx'
import { chatWords } from './chat-words.ts'
import type { Entry, SentFile } from './entries.ts'
import { RichText } from './rich-text.tsx'
import type { Outgoing, WaitingText } from './use-outgoing.ts'

interface MessageProps {
  conversationId: string
  entry: Entry
  /** The customer's language. */
  language: Locale | undefined
}

/** A line of the conversation. Whatever a customer wrote is text and nothing else. */
export function Message({ conversationId, entry, language }: MessageProps) {
  const { words, locale } = useTongue()
  const { speaker, text, files, choices, tickets } = entry
  const isOld = Date.now() - Date.parse(entry.at) > 20 * 3_600_000
  return (
    <li className={`message ${speaker}`}>
      <p className="byline">
        {speaker === 'note' && <LockClosedRegular aria-hidden />}
        <b>{nameOfSpeaker(entry, words)}</b>
        <time dateTime={entry.at}>
          {isOld ? dateAndTime(entry.at, locale) : clock(entry.at, locale)}
        </time>
        {speaker === 'agent' && <span>{words.composer.sent}</span>}
      </p>
      {text && (
        <div className="bubble" lang={speaker === 'note' ? undefined : language}>
          <RichText text={speaker === 'customer' ? withMarks(text, chatWords[locale]) : text} />
        </div>
      )}
      {files.map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and none moves.
        <Sent key={index} file={file} conversationId={conversationId} />
      ))}
      {choices.length > 0 && (
        <p className="extra">
          {words.conversation.choices}: {choices.join(' / ')}
        </p>
      )}
      {tickets.map((no) => (
        <p key={no} className="extra">
          {words.conversation.ticketFiled(no)}
        </p>
      ))}
    </li>
  )
}

function Sent({ file, conversationId }: { file: SentFile; conversationId: string }) {
  const { words } = useTongue()
  const { name, kept, isLeft } = file
  if (kept) return <FileLine file={kept} conversationId={conversationId} />
  return <p className="extra">{isLeft ? words.files.notKept(name) : words.files.named(name)}</p>
}

function nameOfSpeaker(
  { speaker, name }: Entry,
  words: ReturnType<typeof useTongue>['words'],
): string {
  if (speaker === 'note') return words.conversation.noteBy(name || words.conversation.bot)
  if (speaker === 'agent') return name || words.conversation.agent
  return words.conversation[speaker]
}

interface WaitingMessageProps {
  message: WaitingText
  outgoing: Outgoing
}

/** The agent's own words that the service does not have yet. */
export function WaitingMessage({ message, outgoing }: WaitingMessageProps) {
  const { words } = useTongue()
  const hasFailed = message.problem !== undefined
  return (
    <li className={`message agent ${hasFailed ? 'failed' : 'sending'}`}>
      <p className="byline" role={hasFailed ? 'alert' : undefined}>
        <span>
          {hasFailed ? `${words.composer.failed} ${message.problem}` : words.composer.sending}
        </span>
      </p>
      <div className="bubble">{message.text}</div>
      {hasFailed && (
        <p className="extra">
          <Button size="small" onClick={() => outgoing.again(message.key)}>
            {words.composer.again}
          </Button>{' '}
          <Button size="small" appearance="subtle" onClick={() => outgoing.discard(message.key)}>
            {words.composer.discard}
          </Button>
        </p>
      )}
    </li>
  )
}
