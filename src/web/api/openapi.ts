import { z } from 'zod'
import type { JsonObject } from '../../ports/json.ts'
import { type ApiOperation, asObject } from './operation.ts'
import { errorBody, supportEntities } from './schemas.ts'

/** The OpenAPI 3.1 document of the API, generated from the schemas the routes check with. */
export function openApiDocument(operations: readonly ApiOperation[], version: string): JsonObject {
  const paths: Record<string, JsonObject> = {}
  for (const item of operations) {
    paths[item.path] = { ...paths[item.path], [item.method.toLowerCase()]: describe(item) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Daozhang API',
      version,
      description: 'Tickets, conversations, handoffs, understanding and knowledge.',
    },
    paths,
    components: {
      securitySchemes: {
        adminToken: { type: 'http', scheme: 'bearer' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'daozhang',
          description: 'Over TLS __Host-daozhang. A POST also needs the header x-csrf-token.',
        },
      },
      schemas: { Error: schemaOf(errorBody), ...entitySchemas() },
    },
    security: [{ adminToken: [] }, { session: [] }],
  }
}

/** `support/verdict` is published as `SupportVerdict`, and so on. */
function entitySchemas(): JsonObject {
  const named = Object.entries(supportEntities).map(([type, schema]) => {
    const word = type.slice('support/'.length)
    return [`Support${word[0]?.toUpperCase()}${word.slice(1)}`, schemaOf(schema)]
  })
  return Object.fromEntries(named)
}

function describe(item: ApiOperation): JsonObject {
  const parameters = [...pathParameters(item.path), ...queryParameters(item.query)]
  const failure = {
    description: 'A refusal',
    content: jsonOf({ $ref: '#/components/schemas/Error' }),
  }
  return {
    summary: item.summary,
    description: roleInWords(item.role),
    ...(item.role === 'open' && { security: [] }),
    operationId: operationId(item),
    ...(parameters.length > 0 && { parameters }),
    ...(item.body && { requestBody: { required: true, content: jsonOf(schemaOf(item.body)) } }),
    responses: {
      [item.status]: { description: 'Done', content: jsonOf(schemaOf(item.answer)) },
      default: failure,
    },
  }
}

function roleInWords(role: ApiOperation['role']): string {
  return role === 'open' ? 'Open to anybody.' : `Needs the role ${role}.`
}

/** `GET /api/v1/tickets/{no}` → `getTicketsNo`. */
function operationId({ method, path }: ApiOperation): string {
  const words = path.replace('/api/v1/', '').match(/\w+/g) ?? []
  const names = words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
  return method.toLowerCase() + names.join('')
}

function pathParameters(path: string): JsonObject[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters(query: z.ZodType | undefined): JsonObject[] {
  if (!query) return []
  const schema = schemaOf(query)
  const required = Array.isArray(schema.required) ? schema.required : []
  return Object.entries(asObject(schema.properties)).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: property,
  }))
}

function jsonOf(schema: JsonObject): JsonObject {
  return { 'application/json': { schema } }
}

function schemaOf(schema: z.ZodType): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return JSON.parse(JSON.stringify(rest))
}
