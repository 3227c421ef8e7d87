import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useFocusBack } from '../focus-back.ts'
import { type Command, keysOf } from '../keys.ts'
import { useTongue } from '../tongue.tsx'

/** All the keys, drawn from what they do. */
export function Shortcuts({ onClose }: { onClose(): void }) {
  const { words } = useTongue()
  useFocusBack()
  const own = (Object.entries(keysOf) as [Command, string][]).map(
    ([command, keys]) => [keys, words.keys.commands[command]] as const,
  )
  const rows = [
    ...own,
    ['Enter', words.keys.enter],
    ['/', words.keys.slash],
    ['Enter', words.keys.send],
    ['Shift+Enter', words.keys.newLine],
    ['Esc', words.keys.esc],
  ] as const
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className="dialog">
        <DialogBody>
          <DialogTitle>{words.keys.title}</DialogTitle>
          <DialogContent tabIndex={0}>
            <p className="soft">{words.keys.whileTyping}</p>
            <dl className="keys">
              {rows.map(([keys, does]) => (
                <div key={`${keys} ${does}`}>
                  <dt>
                    <Keys keys={keys} />
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              OK
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Keys({ keys }: { keys: string }) {
  const { words } = useTongue()
  const [first, second] = keys.split(' ')
  if (!second) return <kbd>{first}</kbd>
  return (
    <>
      <kbd>{first}</kbd> {words.keys.afterwards} <kbd>{second}</kbd>
    </>
  )
}
