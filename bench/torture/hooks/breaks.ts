/** What of the service is taken out, by the name of the promise that then does not hold. */
export type Break = 'dedupe' | 'lease' | 'order' | 'commit'

export interface Edit {
  /** End of the path of a source file. */
  file: string
  /** Text in that file that keeps the promise. */
  guard: string
  instead: string
}

/** The guards that are taken out. One that no longer fits its file stops the process at its start. */
export const breaks: Record<Break, readonly Edit[]> = {
  /** A repeated message counts as a new one. */
  dedupe: [
    {
      file: '/src/storage/inbox.ts',
      guard: 'dedupeDigest(inbound.dedupeKey)',
      instead: 'dedupeDigest(inbound.dedupeKey + Math.random())',
    },
  ],
  /** Nobody owns a conversation: two processes decide on the same message, and both commit. */
  lease: [
    {
      file: '/src/storage/processes.ts',
      guard: 'export function isFree(owner: string): RawBuilder<boolean> {',
      instead: 'export function isFree(owner) { return sql`true` } function isFreeNoMore(owner) {',
    },
    {
      file: '/src/storage/conversations.ts',
      guard: "query.set({ owner: null }).where('owner', '=', owner)",
      instead: 'query.set({ owner: null })',
    },
    {
      file: '/src/storage/conversations.ts',
      guard: "    .where('version', '=', turn.version)\n",
      instead: '',
    },
    {
      file: '/src/storage/commit-turn.ts',
      guard: 'if (!(await endInbound(db, turn)))',
      instead: 'if (!(await endInbound(db, turn)) && !turn)',
    },
  ],
  /** The newest message that waits is taken first, after a moment in which some gather. */
  order: [
    {
      file: '/src/bot/turn-worker.ts',
      guard: 'const pending = await store.nextTurn(conversationId)',
      instead: `await new Promise((resolve) => setTimeout(resolve, 100))
        const pending = await store.nextTurn(conversationId)`,
    },
    {
      file: '/src/storage/inbox.ts',
      guard: ".orderBy('inbox.recv_seq')\n",
      instead: ".orderBy('inbox.recv_seq', 'desc')\n",
    },
  ],
  /** A turn's message is marked as done in a transaction of its own, just before the rest. */
  commit: [
    {
      file: '/src/storage/store.ts',
      guard: 'commitTurn: (turn) => engine.write((db) => commitTurnIn(db, turn, engine)),',
      instead: `commitTurn: async (turn) => {
        await engine.write((db) => finishInbound(db, turn.inboundId, turn.parked))
        await new Promise((resolve) => setTimeout(resolve, 50))
        return engine.write((db) => commitTurnIn(db, turn, engine))
      },`,
    },
    {
      file: '/src/storage/store.ts',
      guard: '  countFailure,\n',
      instead: '  countFailure,\n  finishInbound,\n',
    },
    {
      file: '/src/storage/commit-turn.ts',
      guard: 'if (!(await endInbound(db, turn)))',
      instead: 'if (!(await endInbound(db, turn)) && !turn)',
    },
  ],
}
