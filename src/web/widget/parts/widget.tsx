/** @jsxImportSource preact */
import type { RefObject } from 'preact'
import { Launcher } from './launcher.tsx'
import { Panel, type PanelGiven } from './panel.tsx'

interface WidgetGiven extends Omit<PanelGiven, 'handle'> {
  isOpen: boolean
  open(): void
  panel: RefObject<Panel | null>
  launcher: RefObject<Launcher | null>
}

/** The open chat, or the button that opens it. */
export function Widget({ isOpen, open, panel, launcher, ...given }: WidgetGiven) {
  return isOpen ? (
    <Panel {...given} handle={panel} />
  ) : (
    <Launcher
      words={given.tongue.words}
      unread={given.state.unread}
      open={open}
      handle={launcher}
    />
  )
}
