/** Somebody at the desk who has a conversation open. */
export interface Viewer {
  agentId: string
  name: string
  typing: boolean
}

/** A sign that somebody has a conversation open. */
export interface ViewSign {
  conversationId: string
  agentId: string
  name: string
  /** They are writing just now. */
  typing?: boolean | undefined
}

/** Who looks at what, so that nobody answers twice. Forgotten by itself; lost, it is missed only. */
export interface Viewers {
  /** Notes the sign. Never throws. */
  seen(sign: ViewSign): Promise<void>
  /** Everybody who has it open, by name. Never throws. */
  of(conversationId: string): Promise<Viewer[]>
}

/** A sign counts this long; consoles send one every 15 seconds. */
export const viewedMs = 35_000
export const typingMs = 6_000
