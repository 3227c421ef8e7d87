/** What a process tells the others about itself. */
export interface ProcessFacts {
  /** Made anew at each start. */
  id: string
  startedAt: string
  sockets: number
  turnsInHand: number
}

/** What is known of the processes of this deployment. */
export interface Deployment {
  redis: 'answers' | 'away' | 'not configured'
  /** The process that answers. */
  self: string
  /** Oldest first. While Redis is away: this one only. */
  processes: ProcessFacts[]
}

/** Which processes live. */
export interface Presence {
  /** Never waits: what the last announcement learnt. */
  deployment(): Deployment
}
