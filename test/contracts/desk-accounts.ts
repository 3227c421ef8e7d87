import { beforeEach, describe, expect, it } from 'vitest'
import { loginRule } from '../../src/domain/agents/lockout.ts'
import type { NewAgent } from '../../src/ports/agents.ts'
import type { Store } from '../../src/ports/store.ts'
import {
  accepted,
  agent,
  handoff,
  message,
  noon,
  startConversation,
  work,
} from '../storage/sample.ts'

const later = '2026-03-02T12:00:30.000Z'

const added = (id: string, rest: Partial<NewAgent['agent']> = {}): NewAgent => ({
  agent: agent(id, rest),
  password: { hash: `hash of ${id}`, temporary: false },
})

const session = (idHash: string, agentId: string) =>
  ({ idHash, agentId, mustChangePassword: false, createdAt: noon, seenAt: noon }) as const

const note = (act: string, object = 'tickets/1') => ({ at: noon, actor: 'a1', act, object })

/** What every store must do for those who work at the desk. `open` gives an empty one. */
export function deskAccountsContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} › accounts, sign-ins and audit`, () => {
    let store: Store

    beforeEach(async () => {
      store = await open()
      return () => store.close()
    })

    it('gives an account back as it was made, and nobody for what nobody has', async () => {
      const made = added('a1')
      await store.createAgent({ ...made, subject: 'issuer 1' })
      const kept = { ...made.agent, presence: 'offline' }
      expect(await store.agent('a1')).toEqual(kept)
      expect(await store.agentByLogin('a1@desk.example')).toEqual(kept)
      expect(await store.agentBySubject('issuer 1')).toEqual(kept)
      expect(await store.agents()).toEqual([kept])
      expect(await store.password('a1')).toEqual(made.password)
      expect(await store.agent('a2')).toBeUndefined()
      expect(await store.password('a2')).toBeUndefined()
    })

    it('keeps logins and subjects apart', async () => {
      await store.createAgent({ ...added('a1'), subject: 's' })
      const taken = [added('a2', { login: 'a1@desk.example' }), { ...added('a3'), subject: 's' }]
      for (const each of taken) {
        await expect(store.createAgent(each)).rejects.toMatchObject({ code: 'state_conflict' })
      }
      await store.createAgent(added('a4'))
      await expect(store.changeAgent('a4', { login: 'a1@desk.example' })).rejects.toMatchObject({
        code: 'state_conflict',
      })
    })

    it('makes the first account once, whoever asks at the same moment', async () => {
      const made = await Promise.all(
        ['a1', 'a2', 'a3'].map((id) => store.createFirstAgent(added(id))),
      )
      expect(made.filter(Boolean)).toHaveLength(1)
      expect(await store.agents()).toHaveLength(1)
    })

    it('changes what is named and leaves the rest', async () => {
      await store.createAgent(added('a1'))
      const change = {
        role: 'lead',
        languages: ['en'],
        skills: [],
        capacity: 0,
        disabled: true,
      } as const
      const changed = await store.changeAgent('a1', { ...change, languages: ['en'], skills: [] })
      expect(changed).toMatchObject(change)
      expect(changed?.name).toBe('a1')
      expect(await store.changeAgent('a1', {})).toEqual(changed)
      expect(await store.changeAgent('nobody', { name: 'x' })).toBeUndefined()
    })

    it('knows whose password somebody else has typed, and who came in with it', async () => {
      await store.createAgent({ ...added('a1'), password: { hash: 'typed', temporary: true } })
      expect(await store.password('a1')).toEqual({ hash: 'typed', temporary: true })
      await store.createSession({ ...session('s1', 'a1'), mustChangePassword: true })
      expect((await store.session('s1'))?.mustChangePassword).toBe(true)
      await store.setPassword('a1', { hash: 'chosen', temporary: false })
      expect(await store.password('a1')).toEqual({ hash: 'chosen', temporary: false })
    })

    it('notes a sign of life', async () => {
      await store.createAgent(added('a1'))
      await store.touchAgent('a1', 'online', later)
      expect(await store.agent('a1')).toMatchObject({ presence: 'online', seenAt: later })
    })

    it('counts the conversations each agent has now', async () => {
      for (const [id, state, owner] of [
        ['c1', 'active', 'a1'],
        ['c2', 'active', 'a1'],
        ['c3', 'closed', 'a1'],
        ['c4', 'queued', undefined],
      ] as const) {
        await startConversation(store, id)
        await accepted(store, message(id, 'x'))
        await work(store, id, { handoffs: [handoff(`h-${id}`, id, { state, agent: owner })] })
      }
      expect(await store.activeByAgent()).toEqual(new Map([['a1', 2]]))
    })

    it('keeps sign-ins until they end', async () => {
      await store.createAgent(added('a1'))
      for (const id of ['s1', 's2', 's3']) await store.createSession(session(id, 'a1'))
      await store.touchSession('s1', later)
      expect(await store.session('s1')).toEqual({ ...session('s1', 'a1'), seenAt: later })
      await store.endSession('s1')
      expect(await store.session('s1')).toBeUndefined()
      await store.endSessionsOf('a1')
      expect(await store.session('s2')).toBeUndefined()
      expect(await store.session('s3')).toBeUndefined()
    })

    it('drops sign-ins that are too old or silent for too long', async () => {
      await store.createAgent(added('a1'))
      await store.createSession({ ...session('old', 'a1'), createdAt: '2026-02-01T00:00:00.000Z' })
      await store.createSession({ ...session('silent', 'a1'), seenAt: '2026-03-01T00:00:00.000Z' })
      await store.createSession(session('alive', 'a1'))
      const before = { createdBefore: '2026-02-20T00:00:00Z', seenBefore: '2026-03-02T00:00:00Z' }
      await store.dropSessions(before)
      const left = await Promise.all(['old', 'silent', 'alive'].map((id) => store.session(id)))
      expect(left.map((row) => row?.idHash)).toEqual([undefined, undefined, 'alive'])
    })

    it('lets as many tries through as are free, also when they come at once', async () => {
      const tried = { key: 'k', rule: loginRule, at: new Date(noon) }
      const waits = await Promise.all(Array.from({ length: 20 }, () => store.takeTry(tried)))
      expect(waits.filter((wait) => wait === 0)).toHaveLength(loginRule.free)
      expect(Math.max(...waits)).toBe(loginRule.firstMs)
      expect(await store.takeTry({ ...tried, key: 'other' })).toBe(0)
      await store.forgetTries('k')
      expect(await store.takeTry(tried)).toBe(0)
    })

    it('takes one right try back, and the lock that it made', async () => {
      const tried = { key: 'k', rule: loginRule, at: new Date(noon) }
      for (let count = 0; count < loginRule.free; count += 1) await store.takeTry(tried)
      await store.giveTryBack('k')
      expect(await store.takeTry(tried)).toBe(0)
      expect(await store.takeTry(tried)).toBeGreaterThan(0)
    })

    it('chains notes in the order they came', async () => {
      await store.noteAudit({ ...note('look.tickets'), detail: '钱 🙂' })
      await Promise.all(Array.from({ length: 250 }, (_, i) => store.noteAudit(note(`act.${i}`))))
      const entries = await store.audit({ limit: 1_000 })
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 251 }, (_, i) => i + 1))
      expect(entries[0]).toMatchObject({ ...note('look.tickets'), detail: '钱 🙂' })
      const head = entries.at(-1)?.hash
      expect(await store.verifyAudit()).toEqual({ intact: true, entries: 251, head })
    })

    it('finds notes by who and by what, a page at a time', async () => {
      await store.noteAudit(note('look.tickets', 'tickets/1'))
      await store.noteAudit({ ...note('look.tickets', 'tickets/2'), actor: 'a2' })
      await store.noteAudit(note('tickets.state', 'tickets/2'))
      const found = async (filter: object) =>
        (await store.audit({ limit: 10, ...filter })).map(({ seq }) => seq)
      expect(await found({ actor: 'a1' })).toEqual([1, 3])
      expect(await found({ object: 'tickets/2' })).toEqual([2, 3])
      expect(await found({ after: 1 })).toEqual([2, 3])
      expect(await found({ after: 1, limit: 1 })).toEqual([2])
    })

    it('reads notes from the newest back, a page at a time', async () => {
      for (const object of ['tickets/1', 'tickets/2', 'tickets/1', 'tickets/2']) {
        await store.noteAudit(note('look.tickets', object))
      }
      const found = async (filter: object) =>
        (await store.audit({ limit: 10, order: 'newest', ...filter })).map(({ seq }) => seq)
      expect(await found({})).toEqual([4, 3, 2, 1])
      expect(await found({ limit: 2 })).toEqual([4, 3])
      expect(await found({ limit: 2, after: 3 })).toEqual([2, 1])
      expect(await found({ object: 'tickets/1', after: 3 })).toEqual([1])
    })

    it('knows an empty chain to be whole', async () => {
      expect(await store.verifyAudit()).toEqual({ intact: true, entries: 0, head: '' })
    })
  })
}
