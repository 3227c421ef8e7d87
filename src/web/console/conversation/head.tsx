import { Badge, Button } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { PanelRightRegular } from '@fluentui/react-icons/svg/panel-right'
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark'
import { ShieldQuestionRegular } from '@fluentui/react-icons/svg/shield-question'
import type { ConversationView } from '../api/shapes.ts'
import { PriorityBadge } from '../desk/rows.tsx'
import { reasonOf, useWaited } from '../desk/waiting-watch.tsx'
import { stretch } from '../time.ts'
import { useTongue } from '../tongue.tsx'
import type { ConsoleWords } from '../words/en.ts'
import { Actions } from './actions.tsx'
import type { Holder } from './holder.ts'

interface HeadProps {
  conversation: ConversationView
  holder: Holder
  onBack(): void
  onPanel(): void
  refresh(): Promise<void>
}

/** What the customer is called, as far as it is known. */
export function customerName({ identity, facts }: ConversationView, words: ConsoleWords): string {
  const role = identity.role ?? facts?.customer.role
  return identity.name || (role && words.roles[role]) || words.queue.customer
}

/** Who it is, who has it, and what can be done with it. */
export function ConversationHead({ conversation, holder, onBack, onPanel, refresh }: HeadProps) {
  const { words } = useTongue()
  const { handoff, identity, rating } = conversation
  const isOpen = handoff && handoff.state !== 'closed'
  return (
    <header className="conversation-head">
      <Button
        className="only-narrow"
        appearance="subtle"
        icon={<ArrowLeftRegular />}
        aria-label={words.back}
        onClick={onBack}
      />
      <div className="conversation-who">
        <h2 id="conversation-name" tabIndex={-1}>
          <span>{customerName(conversation, words)}</span>
          {isOpen && handoff.priority < 'P3' && <PriorityBadge priority={handoff.priority} />}
        </h2>
        <p className="conversation-state">
          <span className={`state ${holder}`}>
            <HolderText conversation={conversation} holder={holder} />
          </span>
          <Trust isTrusted={identity.trusted} />
          {isOpen && <span>{reasonOf(handoff, words)}</span>}
          {!isOpen && rating && <span>{words.conversation.rated(rating.score)}</span>}
        </p>
      </div>
      <Actions conversation={conversation} holder={holder} refresh={refresh} />
      <Button
        className="only-without-panel"
        appearance="subtle"
        icon={<PanelRightRegular />}
        aria-label={words.conversation.details}
        onClick={onPanel}
      />
    </header>
  )
}

function HolderText({ conversation, holder }: Pick<HeadProps, 'conversation' | 'holder'>) {
  const { words, locale } = useTongue()
  const { handoff } = conversation
  const waited = useWaited(conversation.id)
  if (holder === 'me') return words.conversation.withYou
  if (holder === 'queue') {
    return words.conversation.queued(stretch(waited, locale))
  }
  if (holder === 'colleague') {
    return words.conversation.with(handoff?.agentName ?? handoff?.agent ?? words.conversation.agent)
  }
  return words.conversation.withBot
}

function Trust({ isTrusted }: { isTrusted: boolean }) {
  const { words } = useTongue()
  const Icon = isTrusted ? ShieldCheckmarkRegular : ShieldQuestionRegular
  return (
    <Badge
      appearance="tint"
      color={isTrusted ? 'success' : 'warning'}
      icon={<Icon />}
      className="trust"
    >
      {isTrusted ? words.conversation.trusted : words.conversation.untrusted}
    </Badge>
  )
}
