import type { PlanRow } from '../ports/plans.ts'
import { fromJson, utc } from './encoding.ts'
import type { Db } from './schema.ts'

/**
 * Inserts plans or replaces the ones with their ids, inside the caller's transaction. Expired ones go
 * with it: nobody can open them any more.
 */
export async function savePlans(db: Db, plans: readonly PlanRow[], at: string): Promise<void> {
  if (plans.length === 0) return
  await db.deleteFrom('plan').where('expires_at', '<=', utc(at)).execute()
  for (const plan of plans) await savePlan(db, plan)
}

async function savePlan(db: Db, row: PlanRow): Promise<void> {
  const changing = {
    locale: row.locale,
    body: JSON.stringify(row.plan),
    made_on: row.madeOn,
    expires_at: utc(row.expiresAt),
  }
  await db
    .insertInto('plan')
    .values({ ...changing, id: row.id, conversation_id: row.conversationId })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute()
}

export async function readPlan(db: Db, id: string): Promise<PlanRow | undefined> {
  const row = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      conversationId: row.conversation_id,
      locale: row.locale,
      plan: fromJson<PlanRow['plan']>(row.body),
      madeOn: row.made_on,
      expiresAt: row.expires_at,
    }
  )
}
