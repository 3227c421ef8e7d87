import type { AuditNote } from '../../domain/agents/audit.ts'
import type { AuditStore } from '../../ports/audit.ts'
import { Refusal } from '../refusal.ts'
import { safeKey } from '../safe-key.ts'
import type { Caller } from './access.ts'

/** How an operation stands in the audit. */
export type Noted = 'look' | 'change' | 'nothing'

/** What an operation says of itself to the audit. */
export interface About {
  /** What was looked at or changed, where the path does not say it: `customers/c-1`. */
  object?: string | undefined
  detail?: string | undefined
}

/** A note without who and when. */
export type Act = Pick<AuditNote, 'act' | 'object' | 'detail'>

/** Where what one caller does is noted. */
export interface Notes {
  /** Before the answer: what was not noted is not shown. */
  look(act: Act): Promise<void>
  /** Notes a change, makes it, and notes as well when it was refused or broke. */
  around<T>(act: Act, change: () => Promise<T>): Promise<T>
  /** Notes a refusal of access. */
  refused(act: Act): Promise<void>
}

export const adminTokenActor = 'admin-token'
export const nobody = 'nobody'

/**
 * A console asks for the same every few seconds while it is open. The same look of the same caller
 * within this time is one look.
 */
const oneLookMs = 5 * 60_000
const mostRemembered = 20_000

interface AuditNeeds {
  store: Pick<AuditStore, 'noteAudit'>
  now(): Date
}

export interface Audit {
  note(actor: string, act: Act): Promise<void>
  /** Like `note`, but what was noted a moment ago is not noted again. */
  noteOnce(actor: string, act: Act): Promise<void>
}

/** The audit as this process writes it. */
export function createAudit({ store, now }: AuditNeeds): Audit {
  const seen = new Map<string, number>()
  const note = (actor: string, act: Act) =>
    store.noteAudit({ at: now().toISOString(), actor, ...act })
  return {
    note,
    async noteOnce(actor, act) {
      const key = JSON.stringify([actor, act.act, act.object, act.detail])
      const at = now().getTime()
      if (at - (seen.get(key) ?? 0) < oneLookMs) return
      await note(actor, act)
      seen.delete(key)
      seen.set(key, at)
      const [oldest] = seen.keys()
      if (seen.size > mostRemembered && oldest !== undefined) seen.delete(oldest)
    },
  }
}

/** What one caller does; absent: somebody who has not signed in. */
export function notesOf(audit: Audit, caller: Caller | undefined): Notes {
  const actor = caller ? (caller.agentId ?? adminTokenActor) : nobody
  return {
    look: (act) => audit.noteOnce(actor, act),
    refused: (act) => audit.noteOnce(actor, act),
    async around(act, change) {
      await audit.note(actor, act)
      try {
        return await change()
      } catch (error) {
        const how = error instanceof Refusal ? `refused: ${error.code}` : 'failed'
        // The change itself is noted; a broken store must not hide why it was not made.
        await audit.note(actor, { ...act, detail: how }).catch(() => undefined)
        throw error
      }
    },
  }
}

interface Described {
  method: string
  path: string
}

type Params = Readonly<Record<string, string>>

/** The note of a look at what an operation's path names. */
export function lookOf({ path }: Described, params: Params, about: About): Act {
  return { act: `look.${wordsOf(path).join('.')}`, ...thing(path, params, about) }
}

/** The note of a change: `handoffs.claim`, `agents.add`, `agents.change`. */
export function changeOf({ path }: Described, params: Params, about: About): Act {
  const words = wordsOf(path)
  const verb = path.endsWith('}') ? 'change' : 'add'
  const act = words.length > 1 ? words.join('.') : `${words[0]}.${verb}`
  return { act, ...thing(path, params, about) }
}

/** The note of an access that was refused. A stranger could name ever other ids, so none is kept. */
export function refusalOf({ method, path }: Described, params: Params, code: string): Act {
  const object = Object.keys(params).length > 0 ? objectOf(path, params) : plainPath(path)
  return { act: `refused.${method.toLowerCase()}`, object, detail: `refused: ${code}` }
}

const base = '/api/v1/'
const longestObject = 500
const longestDetail = 4_000

function plainPath(path: string): string {
  return path.replace(base, '')
}

function wordsOf(path: string): string[] {
  return plainPath(path)
    .split('/')
    .filter((word) => !word.startsWith('{'))
}

function thing(path: string, params: Params, about: About): Pick<Act, 'object' | 'detail'> {
  const object = about.object ?? objectOf(path, params)
  return { object, ...(about.detail && { detail: about.detail.slice(0, longestDetail) }) }
}

/** The path as far as it names something. A conversation is one thing, whatever is done to it. */
function objectOf(path: string, params: Params): string {
  const parts = plainPath(path).split('/')
  const last = parts.findLastIndex((part) => part.startsWith('{'))
  const named = last === -1 ? parts : parts.slice(0, last + 1)
  if (named.at(-1) === '{conversationId}') named[named.length - 2] = 'conversations'
  const filled = named.map((part) =>
    part.replace(/^\{(\w+)\}$/u, (_all, name) => params[name] ?? ''),
  )
  return safeKey(filled.join('/')).slice(0, longestObject)
}

/** The detail of a list: what it showed. */
export function shown(ids: readonly string[]): About {
  return { detail: ids.length > 0 ? `shown: ${ids.join(' ')}` : 'nothing shown' }
}
