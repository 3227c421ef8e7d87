import { z } from 'zod'
import { type Agent, agentPresences, agentRoles } from '../../domain/agents/agent.ts'
import { foldLogin } from '../../domain/agents/login.ts'
import { locales } from '../../domain/locale.ts'
import { auditOrders } from '../../ports/audit.ts'

type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false

const instant = z.iso.datetime({ offset: true }).describe('ISO instant with offset')

/** Longer than any password may be: what is wrong with it is then told in words. */
const password = z.string().max(1_000)

const login = z
  .string()
  .max(200)
  .transform(foldLogin)
  .pipe(z.string().regex(/^[^\s\p{C}]{2,100}$/u))
  .describe('2 to 100 characters without spaces; upper and lower case are the same')

const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{C}*$/u)
  .describe('What customers and colleagues read')

const skill = z.string().trim().min(1).max(40)

/** An agent as it is published. */
export const agentView = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  role: z.enum(agentRoles).describe('Each may do what those before it may'),
  languages: z.array(z.enum(locales)),
  skills: z.array(z.string()),
  capacity: z.number().describe('How many conversations at once'),
  presence: z.enum(agentPresences).describe('Online turns to away after a minute of silence'),
  seenAt: instant.optional().describe('The last sign of life from their console'),
  disabled: z.boolean(),
  createdAt: instant,
})

/** Does not compile when the published agent and the domain's have different fields. */
export const agentFieldsAgree: Same<keyof typeof agentView.shape, keyof Agent> = true

export const agentList = z.object({
  agents: z.array(agentView.extend({ active: z.number().describe('Conversations now') })),
})
export const oneAgent = z.object({ agent: agentView })

const fields = {
  login,
  name,
  role: z.enum(agentRoles),
  languages: z.array(z.enum(locales)).min(1).max(locales.length),
  skills: z.array(skill).max(50),
  capacity: z.number().int().min(0).max(100),
}

export const addAgentBody = z.object({
  ...fields,
  password: password.optional().describe('Absent: they sign in by the sign-in service, or later'),
  languages: fields.languages.default([...locales]),
  skills: fields.skills.default([]),
  capacity: fields.capacity.default(4),
})

export const changeAgentBody = z.object({ ...fields, disabled: z.boolean() }).partial()

export const passwordBody = z.object({ password })

export const signInBody = z.object({ login: z.string().max(200), password })
export const firstSignInBody = z.object({
  adminToken: z.string().max(1_000),
  login,
  name,
  password,
})
export const signedIn = z.object({
  agent: agentView,
  csrfToken: z.string().describe('For the header x-csrf-token of every POST with the cookie'),
  mustChangePassword: z
    .boolean()
    .describe('An admin typed the password: until it is changed every other call is refused'),
})
export const signInOptions = z.object({
  firstSignIn: z.boolean().describe('True while no account exists'),
  oidc: z.object({ name: z.string() }).nullable().describe('The sign-in service, if there is one'),
})
export const newPasswordBody = z.object({ current: password, next: password })
export const presenceBody = z.object({ presence: z.enum(agentPresences) })
export const nothing = z.object({})
export const anyQuery = z.record(z.string(), z.string())

export const auditQuery = z.object({
  order: z.enum(auditOrders).default('oldest').describe('Which entries come first'),
  after: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe('Entries that come after this number in that order'),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  agent: z
    .string()
    .max(200)
    .optional()
    .describe('What this one did: an agent’s id, admin-token or nobody'),
  object: z.string().max(500).optional().describe('What was done to this: conversations/c-1'),
})

export const auditPage = z.object({
  entries: z.array(
    z.object({
      seq: z.number(),
      at: instant,
      actor: z.string(),
      act: z.string(),
      object: z.string(),
      detail: z.string().optional(),
      hash: z.string().describe('Covers this entry and all before it'),
    }),
  ),
  people: z
    .array(agentView.pick({ id: true, login: true, name: true, disabled: true }))
    .describe('Whose accounts the entries name, as `actor` or as `agents/{id}`; disabled ones too'),
  next: z.number().optional().describe('`after` of the next page; absent on the last'),
})

export const auditState = z.object({
  intact: z.boolean(),
  entries: z.number().describe('How many hold, from the first on'),
  brokenAt: z.number().optional().describe('The first that does not hold'),
  head: z
    .string()
    .describe('The last hash that holds. Noted elsewhere it proves that none was cut off'),
})
