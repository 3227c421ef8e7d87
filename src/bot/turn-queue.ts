interface TurnQueueOptions {
  /** How many conversations are worked at once. */
  capacity: number
  /** Does one piece of a conversation's work; false when it knows of no more. */
  work(conversationId: string): Promise<boolean>
  /** `work` threw: the conversation rests until it is woken again. */
  onTrouble(conversationId: string, error: unknown): void
}

/**
 * Works conversations in parallel and each of them one piece at a time. After each piece a
 * conversation goes to the end of the line, so a busy one delays nobody.
 */
export function createTurnQueue({ capacity, work, onTrouble }: TurnQueueOptions) {
  /** First in, first out, each once. */
  const line = new Set<string>()
  const active = new Set<string>()
  /** Woken while being worked: news may have come after the last look. */
  const news = new Set<string>()
  let idleWaiters: (() => void)[] = []
  let closed = false

  function wake(conversationId: string): void {
    if (closed) return
    if (active.has(conversationId)) news.add(conversationId)
    else line.add(conversationId)
    pump()
  }

  function pump(): void {
    for (const conversationId of line) {
      if (active.size >= capacity) return
      line.delete(conversationId)
      active.add(conversationId)
      void workOn(conversationId)
    }
    if (active.size === 0) tellIdle()
  }

  async function workOn(conversationId: string): Promise<void> {
    news.delete(conversationId)
    const more = await workSafely(conversationId)
    active.delete(conversationId)
    const again = news.delete(conversationId) || more
    if (again && !closed) line.add(conversationId)
    pump()
  }

  async function workSafely(conversationId: string): Promise<boolean> {
    try {
      return await work(conversationId)
    } catch (error) {
      onTrouble(conversationId, error)
      return false
    }
  }

  function tellIdle(): void {
    const waiters = idleWaiters
    idleWaiters = []
    for (const waiter of waiters) waiter()
  }

  /** Resolves when nothing is in line and nothing is being worked. */
  function idle(): Promise<void> {
    if (line.size === 0 && active.size === 0) return Promise.resolve()
    return new Promise((resolve) => idleWaiters.push(resolve))
  }

  /** Starts nothing more; what is in line stays where it is stored. Answers what was left. */
  function close(): string[] {
    closed = true
    const left = [...line, ...news]
    line.clear()
    return left
  }

  return { wake, idle, close, waiting: () => line.size, active: () => active.size }
}
