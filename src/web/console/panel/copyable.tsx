import { Button } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useDesk } from '../data/desk.tsx'
import { useTongue } from '../tongue.tsx'

/** A number with a button that copies it. */
export function Copyable({ text }: { text: string }) {
  const { tell } = useDesk()
  const { words } = useTongue()
  return (
    <span className="copyable">
      <code>{text}</code>
      <Button
        size="small"
        appearance="transparent"
        icon={<CopyRegular />}
        aria-label={`${words.copy} ${text}`}
        onClick={() => void copyText(text).then(() => tell(words.copied))}
      />
    </span>
  )
}

/** Rejects where the browser does not let us. */
export function copyText(text: string): Promise<void> {
  return navigator.clipboard.writeText(text)
}
