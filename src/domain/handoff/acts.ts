/** How a handoff ended: back to the bot, settled, left by the customer, or lost at another desk. */
export const handoffOutcomes = ['returned', 'solved', 'left', 'failed'] as const
export type HandoffOutcome = (typeof handoffOutcomes)[number]

/** What somebody at the desk does to a conversation. */
export const handoffActs = [
  'claim',
  'assign',
  'transfer',
  'message',
  'typing',
  'close',
  'step-in',
] as const
export type HandoffAct = (typeof handoffActs)[number]

/** Why an act does not go: it is the answer, not an error. */
export const handoffObjections = [
  'AlreadyClaimed',
  'NotClaimed',
  'NotYours',
  'Closed',
  'Full',
] as const
export type HandoffObjection = (typeof handoffObjections)[number]

/** Who acts. `lead`: may do what only the owner may. */
export interface Actor {
  /** The agent's id; absent for the holder of the admin token. */
  id?: string | undefined
  lead: boolean
}

/** The handoff that is acted on; undefined: none was ever called, or it was long ago. */
export type ActedOn =
  | { state: 'queued' | 'active' | 'closed'; agent?: string | undefined }
  | undefined

interface Acting {
  actor: Actor
  /** Who gets the conversation by a claim. */
  taker?: string | undefined
}

/**
 * Whether an act may go ahead. One who claims what is theirs already changes nothing, and is not
 * refused.
 */
export function objection(
  act: HandoffAct,
  row: ActedOn,
  acting: Acting,
): HandoffObjection | undefined {
  if (act === 'step-in') return row ? taken(row, acting) : undefined
  if (!row || row.state === 'closed') return 'Closed'
  if (act === 'claim') return taken(row, acting)
  return act === 'assign' ? undefined : ofOwner(act, row, acting.actor)
}

type Row = NonNullable<ActedOn>

function taken({ state, agent }: Row, { taker }: Acting): HandoffObjection | undefined {
  return state === 'active' && agent !== taker ? 'AlreadyClaimed' : undefined
}

/** What only the owner does, or a lead. A lead may also end what nobody has taken. */
function ofOwner(act: HandoffAct, row: Row, actor: Actor): HandoffObjection | undefined {
  if (row.state === 'queued') return act === 'close' && actor.lead ? undefined : 'NotClaimed'
  return actor.lead || row.agent === actor.id ? undefined : 'NotYours'
}
