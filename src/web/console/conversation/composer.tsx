import { Button, Tab, TabList } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { SendRegular } from '@fluentui/react-icons/svg/send'
import { useEffect, useRef, useState } from 'react'
import type { ConversationView } from '../api/shapes.ts'
import { useAct, useDesk } from '../data/desk.tsx'
import { focusSoon, useKeys } from '../data/keyboard.tsx'
import { useTongue } from '../tongue.tsx'
import { blanksOf, fillBlanks, openBlanks } from './blanks.ts'
import { withoutSecrets } from './card-guard.ts'
import { type Caution, CautionBar } from './caution-bar.tsx'
import { type Holder, mayAct } from './holder.ts'
import type { Insert } from './insert.ts'
import { type Mode, useDraft } from './use-draft.ts'
import type { Outgoing } from './use-outgoing.ts'
import { WritingField } from './writing-field.tsx'

interface ComposerProps {
  conversation: ConversationView
  holder: Holder
  outgoing: Outgoing
  insert: Insert
  refresh(): Promise<void>
}

/** Where an agent writes: to the customer, or a note that only colleagues see. */
export function Composer(props: ComposerProps) {
  const { conversation, holder, insert } = props
  const { agent } = useDesk()
  const { words, locale } = useTongue()
  const maySpeak = mayAct(holder, agent.role)
  const [mode, setMode] = useState<Mode>('reply')
  const [text, write] = useDraft(conversation.id, mode)
  const { send, caution, setCaution, busy } = useSending(props, mode, write)
  const language = conversation.facts?.customer.language ?? conversation.handoff?.language ?? locale
  const fill = (canned: string) => fillBlanks(canned, blanksOf(conversation, language))

  function choose(next: Mode): void {
    setMode(next)
    setCaution(undefined)
    focusSoon('.composer textarea', '.composer-shut')
  }
  useKeys({ reply: () => choose('reply'), note: () => choose('note') })

  useInserted(insert, text, write)
  const isShut = mode === 'reply' && !maySpeak
  return (
    <section className={`composer ${mode}`} aria-label={words.composer[mode]}>
      <div className="composer-head">
        <TabList
          size="small"
          selectedValue={mode}
          onTabSelect={(_event, { value }) => choose(value === 'note' ? 'note' : 'reply')}
          aria-label={words.composer.mode}
        >
          <Tab value="reply">{words.composer.reply}</Tab>
          <Tab value="note" icon={<LockClosedRegular />}>
            {words.composer.note}
          </Tab>
        </TabList>
        {mode === 'reply' && language !== locale && (
          <span className="composer-language">
            {words.composer.otherLanguage(words.languages[language])}
          </span>
        )}
      </div>
      {isShut ? (
        <ShutText conversation={conversation} holder={holder} />
      ) : (
        <>
          {caution && (
            <CautionBar
              caution={caution}
              onSend={(safe) => void send(safe)}
              onEdit={() => {
                setCaution(undefined)
                focusSoon('.composer textarea')
              }}
            />
          )}
          <WritingField
            conversationId={conversation.id}
            mode={mode}
            language={language}
            text={text}
            isMine={maySpeak}
            write={(next) => {
              setCaution(undefined)
              write(next)
            }}
            fill={fill}
            onSend={() => void send(text)}
          />
          <div className="composer-foot">
            <span className="hint">{words.composer.hint}</span>
            <Button
              appearance="primary"
              icon={<SendRegular />}
              disabledFocusable={busy || text.trim() === ''}
              onClick={() => void send(text)}
            >
              {mode === 'reply' ? words.composer.send : words.composer.saveNote}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

/** What the panel hands over goes behind what is there. */
function useInserted(insert: Insert, text: string, write: (text: string) => void): void {
  const latest = useRef({ text, write })
  latest.current = { text, write }
  useEffect(
    () =>
      insert.listen((more) => {
        const { text: before, write: writeNow } = latest.current
        writeNow(before.trim() ? `${before.trimEnd()}\n${more}` : more)
        focusSoon('.composer textarea')
      }),
    [insert],
  )
}

function ShutText({ conversation, holder }: Pick<ComposerProps, 'conversation' | 'holder'>) {
  const { words } = useTongue()
  const { handoff } = conversation
  const text = {
    queue: words.composer.claimFirst,
    bot: words.composer.over,
    me: '',
    colleague: words.composer.notYours(handoff?.agentName ?? words.conversation.agent),
  }[holder]
  return (
    <p className="composer-shut" tabIndex={-1}>
      {text}
    </p>
  )
}

/** Sends what was written, unless it holds a secret or an open blank. */
function useSending(
  { conversation, outgoing, refresh }: ComposerProps,
  mode: Mode,
  write: (text: string) => void,
) {
  const { calls } = useDesk()
  const { words } = useTongue()
  const { act, busy } = useAct()
  const [caution, setCaution] = useState<Caution>()

  async function send(text: string): Promise<void> {
    const trimmed = text.trim()
    if (!trimmed || busy) return
    const found = await cautionFor(trimmed)
    setCaution(found)
    if (found) return
    if (mode === 'reply') {
      outgoing.send(trimmed)
      write('')
      return
    }
    const path = `/conversations/${encodeURIComponent(conversation.id)}/note`
    if (await act(() => calls.post(path, { text: trimmed }), words.composer.noteSaved)) {
      write('')
      await refresh()
    }
    focusSoon('.composer textarea')
  }
  return { send, caution, setCaution, busy }
}

async function cautionFor(text: string): Promise<Caution | undefined> {
  const blanks = openBlanks(text)
  if (blanks.length > 0) return { kind: 'blank', names: blanks }
  const safe = await withoutSecrets(text)
  return safe === undefined ? undefined : { kind: 'secret', safe }
}
