import { query } from '../api/calls.ts'
import type { AgentView, HandoffView } from '../api/shapes.ts'
import { useDesk, useKnown } from '../data/desk.tsx'
import { useKeys } from '../data/keyboard.tsx'
import { useTongue } from '../tongue.tsx'
import { HandoffRow } from './handoff-row.tsx'
import { ListHead } from './list-head.tsx'
import { EmptyList, Rows } from './rows.tsx'
import { useClaimNext } from './use-claim-next.ts'

/** The conversations that this agent has, and those of colleagues. */
export function MineList({ openId }: { openId: string | undefined }) {
  const { agent } = useDesk()
  const { words, locale } = useTongue()
  const { value } = useKnown<{ handoffs: HandoffView[] }>(
    `/handoffs${query({ state: 'active', locale })}`,
  )
  const { value: team } = useKnown<{ agents: AgentView[] }>('/agents')
  const { claimNext } = useClaimNext()
  useKeys({ nextWaiting: claimNext })
  const mine = value?.handoffs.filter((row) => row.agent === agent.id)
  const others = value?.handoffs.filter((row) => row.agent !== agent.id) ?? []
  const capacity = team?.agents.find(({ id }) => id === agent.id)?.capacity ?? agent.capacity
  return (
    <>
      <ListHead title={words.mine.title} count={mine?.length}>
        <p className="list-facts">{mine && words.mine.loadLine(mine.length, capacity)}</p>
      </ListHead>
      {mine && mine.length === 0 && (
        <EmptyList title={words.mine.empty} more={words.mine.emptyMore} />
      )}
      {mine && mine.length > 0 && (
        <Rows label={words.mine.title}>
          {mine.map((row) => (
            <HandoffRow key={row.id} row={row} area="mine" isOpen={row.conversationId === openId} />
          ))}
        </Rows>
      )}
      {others.length > 0 && (
        <>
          <h2 className="list-part">{words.mine.others}</h2>
          <Rows label={words.mine.others}>
            {others.map((row) => (
              <HandoffRow
                key={row.id}
                row={row}
                area="mine"
                isOpen={row.conversationId === openId}
              />
            ))}
          </Rows>
        </>
      )}
    </>
  )
}
