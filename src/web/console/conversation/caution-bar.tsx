import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useTongue } from '../tongue.tsx'

/** Why a text is not sent as it is. */
export type Caution = { kind: 'secret'; safe: string } | { kind: 'blank'; names: string[] }

interface CautionBarProps {
  caution: Caution
  onSend(safe: string): void
  onEdit(): void
}

/** Says why, and how to go on. */
export function CautionBar({ caution, onSend, onEdit }: CautionBarProps) {
  const { words } = useTongue()
  return (
    <MessageBar intent="warning" layout="multiline" className="caution" role="alert">
      <MessageBarBody>
        {caution.kind === 'secret'
          ? words.composer.card
          : words.composer.blank(caution.names.join(' '))}
        {caution.kind === 'secret' && <q className="caution-safe">{caution.safe}</q>}
      </MessageBarBody>
      <MessageBarActions>
        {caution.kind === 'secret' && (
          <Button size="small" appearance="primary" onClick={() => onSend(caution.safe)}>
            {words.composer.sendHidden}
          </Button>
        )}
        <Button size="small" onClick={onEdit}>
          {words.composer.edit}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
