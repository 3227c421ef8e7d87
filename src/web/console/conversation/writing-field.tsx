import { Textarea } from '@fluentui/react-components'
import { type KeyboardEvent, useId, useState } from 'react'
import type { Locale } from '../../../domain/locale.ts'
import type { CannedAnswer } from '../api/shapes.ts'
import { focusSoon } from '../data/keyboard.tsx'
import { useTongue } from '../tongue.tsx'
import { CannedList, useCanned } from './canned-list.tsx'
import type { Mode } from './use-draft.ts'
import { useTypingSign } from './use-typing-sign.ts'

interface WritingFieldProps {
  conversationId: string
  mode: Mode
  /** The customer's: canned answers are offered in it. */
  language: Locale
  text: string
  /** The customer is told that somebody writes. */
  isMine: boolean
  write(text: string): void
  fill(canned: string): string
  onSend(): void
}

/** The field itself: Enter sends, `/` in an empty reply offers canned answers. */
export function WritingField(props: WritingFieldProps) {
  const { conversationId, mode, language, text, isMine, write, fill, onSend } = props
  const { words } = useTongue()
  const listId = useId()
  const [picked, setPicked] = useState(0)
  const showTyping = useTypingSign(conversationId)
  const isOffering = mode === 'reply' && /^\/\S*$/.test(text)
  const offered = useCanned(isOffering, language, text.slice(1))
  const current = offered[Math.min(picked, offered.length - 1)]

  function use(answer: CannedAnswer): void {
    write(fill(answer.text))
    setPicked(0)
    focusSoon('.composer textarea')
  }

  /** True when the key was for the list. */
  function steer(event: KeyboardEvent): boolean {
    const { key } = event
    if (key === 'Escape') write('')
    else if (key === 'ArrowDown') setPicked((at) => Math.min(at + 1, offered.length - 1))
    else if (key === 'ArrowUp') setPicked((at) => Math.max(at - 1, 0))
    else if ((key === 'Enter' || key === 'Tab') && current) use(current)
    else return false
    return true
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    // While an input method composes, its Enter chooses a word. 229 is what older browsers say.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (isOffering && steer(event)) event.preventDefault()
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      onSend()
    } else if (event.key === 'Escape') focusSoon('#conversation-name')
  }

  return (
    <div className="writing">
      {isOffering && <CannedList id={listId} offered={offered} current={current} onUse={use} />}
      <Textarea
        className="writing-field"
        value={text}
        rows={2}
        maxLength={4000}
        aria-label={words.composer[mode]}
        lang={mode === 'reply' ? language : undefined}
        placeholder={
          mode === 'reply' ? words.composer.replyPlaceholder : words.composer.notePlaceholder
        }
        aria-autocomplete="list"
        aria-controls={isOffering ? listId : undefined}
        aria-activedescendant={isOffering && current ? `${listId}-${current.id}` : undefined}
        onKeyDown={onKeyDown}
        onChange={(_event, { value }) => {
          setPicked(0)
          write(value)
          if (mode === 'reply' && isMine && value.trim()) showTyping()
        }}
      />
    </div>
  )
}
