import { ok } from '../reply.ts'
import type { Route } from '../request.ts'
import type { ApiDependencies } from './dependencies.ts'
import { docsPage } from './docs-page.ts'
import { openApiDocument } from './openapi.ts'
import { adminAccess, protectedRoute } from './operation.ts'
import { apiOperations } from './operations.ts'

/** `/api/v1/…` for the holder of the admin token; its description is open to read. */
export function apiRoutes(dependencies: ApiDependencies & { version: string }): Route[] {
  const operations = apiOperations(dependencies)
  const document = openApiDocument(operations, dependencies.version)
  const page = docsPage(document)
  const access = adminAccess(dependencies.adminToken)
  return [
    ...operations.map((item) => protectedRoute(item, access)),
    { method: 'GET', path: '/api/openapi.json', handler: () => ok(document) },
    { method: 'GET', path: '/api/docs', handler: () => page },
  ]
}
