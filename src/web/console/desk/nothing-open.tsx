import { useTongue } from '../tongue.tsx'
import { Waiting } from './waiting.tsx'

/** Where a conversation will be. */
export function NothingOpen({ isComing }: { isComing: boolean }) {
  const { words } = useTongue()
  if (isComing) return <Waiting />
  return (
    <section className="nothing-open">
      <h2>{words.conversation.pick}</h2>
      <p>{words.conversation.pickMore}</p>
    </section>
  )
}
