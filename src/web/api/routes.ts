import { Refusal } from '../refusal.ts'
import { ok } from '../reply.ts'
import type { Route, WebRequest } from '../request.ts'
import { requireOwnPage } from '../sign-in/own-page.ts'
import { createSessions } from '../sign-in/sessions.ts'
import { type Access, deskAccess, requireOwnPassword, requireRole } from './access.ts'
import { type Audit, createAudit, notesOf, refusalOf } from './audited.ts'
import type { ApiDependencies } from './dependencies.ts'
import { docsPage } from './docs-page.ts'
import { openApiDocument } from './openapi.ts'
import type { ApiOperation, Caller } from './operation.ts'
import { apiOperations } from './operations.ts'

/** `/api/v1/…` for the holder of the admin token and for agents; its description is open to read. */
export function apiRoutes(dependencies: ApiDependencies & { version: string }): Route[] {
  const { store, fanOut, adminToken, version } = dependencies
  const now = () => dependencies.now()
  const sessions = createSessions({ store, now, fanOut })
  const desk = { audit: createAudit({ store, now }), sessions }
  const operations = apiOperations({ ...dependencies, ...desk })
  const document = openApiDocument(operations, version)
  const page = docsPage(document)
  const access = deskAccess({ adminToken, sessions })
  return [
    ...operations.map((item) => routeOf(item, { access, audit: desk.audit })),
    { method: 'GET', path: '/api/openapi.json', handler: () => ok(document) },
    { method: 'GET', path: '/api/docs', handler: () => page },
  ]
}

interface Gate {
  access: Access
  audit: Audit
}

/** The route of an operation, open to whoever has the role for it. */
function routeOf(described: ApiOperation, gate: Gate): Route {
  return {
    method: described.method,
    path: described.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    limit: described.limit,
    handler: async (request) => {
      const caller = await admit(described, request, gate)
      return described.handle(request, { caller, notes: notesOf(gate.audit, caller) })
    },
  }
}

/** Who calls; undefined where anybody may. A refused access is noted before it is answered. */
async function admit(
  described: ApiOperation,
  request: WebRequest,
  { access, audit }: Gate,
): Promise<Caller | undefined> {
  let caller: Caller | undefined
  try {
    if (described.role === 'open') {
      if (request.method === 'POST') requireOwnPage(request)
      return undefined
    }
    caller = await access(request)
    if (!described.withTemporaryPassword) requireOwnPassword(caller)
    requireRole(caller, described.role)
    return caller
  } catch (error) {
    if (error instanceof Refusal && error.status === 403) {
      const act = refusalOf(described, caller ? request.params : {}, error.code)
      await notesOf(audit, caller).refused(act)
    }
    throw error
  }
}
