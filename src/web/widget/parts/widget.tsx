/** @jsxImportSource preact */
import type { Ref } from 'preact'
import { Launcher } from './launcher.tsx'
import { Panel, type PanelGiven } from './panel.tsx'

interface WidgetGiven extends PanelGiven {
  isOpen: boolean
  open(): void
  panelRef: Ref<Panel>
  launcherRef: Ref<Launcher>
}

/** The open chat, or the button that opens it. */
export function Widget({ isOpen, open, panelRef, launcherRef, ...given }: WidgetGiven) {
  return isOpen ? (
    <Panel {...given} ref={panelRef} />
  ) : (
    <Launcher
      words={given.tongue.words}
      unread={given.state.unread}
      open={open}
      ref={launcherRef}
    />
  )
}
