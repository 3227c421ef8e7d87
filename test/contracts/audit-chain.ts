import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Engine } from '../../src/storage/engine.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { storeOn } from '../../src/storage/store.ts'
import { noon } from '../storage/sample.ts'

interface Chain {
  name: string
  /** An engine on an empty database. */
  open(): Promise<Engine>
  /** SQL that switches the guard off, as somebody with the database's own rights could. */
  disarm: string[]
}

/** What must come out when somebody changes the audit behind our back. */
export function auditChainContract({ name, open, disarm }: Chain): void {
  describe(`${name} › the chain of the audit`, () => {
    async function chainOf(length: number) {
      const engine = await open()
      onTestFinished(() => engine.close())
      await migrate(engine)
      const store = storeOn(engine)
      for (let act = 1; act <= length; act += 1) {
        await store.noteAudit({ at: noon, actor: 'a1', act: `act.${act}`, object: 'tickets/1' })
      }
      const run = (statement: string) => engine.write((db) => sql.raw(statement).execute(db))
      return { store, run }
    }

    it.each([
      'update audit set actor = actor',
      'delete from audit',
      'delete from audit where seq = 2',
    ])('the database itself refuses: %s', async (statement) => {
      const { store, run } = await chainOf(2)
      await expect(run(statement)).rejects.toThrow(/only added to/)
      expect(await store.verifyAudit()).toMatchObject({ intact: true, entries: 2 })
    })

    it.each([
      ['another actor', `update audit set actor = 'a2' where seq = 3`, 3],
      ['another time', `update audit set at = '2027-01-01T00:00:00.000Z' where seq = 2`, 2],
      ['a detail added', `update audit set detail = 'x' where seq = 1`, 1],
      ['another hash', `update audit set hash = 'x' where seq = 4`, 4],
      ['an entry gone', 'delete from audit where seq = 2', 3],
      ['the first entry gone', 'delete from audit where seq = 1', 2],
      [
        'an entry slipped in',
        `insert into audit (seq, at, actor, act, object, hash)
        select 0, at, actor, act, object, hash from audit where seq = 1`,
        0,
      ],
      [
        'an entry appended by hand',
        `insert into audit (seq, at, actor, act, object, hash)
        select 6, at, actor, act, object, hash from audit where seq = 5`,
        6,
      ],
    ])('shows %s', async (_what, statement, brokenAt) => {
      const { store, run } = await chainOf(5)
      for (const each of disarm) await run(each)
      await run(statement)
      expect(await store.verifyAudit()).toMatchObject({ intact: false, brokenAt })
    })
  })
}
