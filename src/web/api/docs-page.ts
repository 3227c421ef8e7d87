import type { Json, JsonObject } from '../../ports/json.ts'
import { html } from '../html.ts'
import { pageHeaders } from '../page-headers.ts'
import type { RawReply } from '../reply.ts'
import { asObject } from './operation.ts'

/** The API description as one plain page, drawn from the OpenAPI document. No script. */
export function docsPage(document: JsonObject): RawReply {
  const { paths, components, info } = document
  const operations = Object.entries(asObject(paths)).flatMap(([path, methods]) =>
    Object.entries(asObject(methods)).map(([method, item]) =>
      operationHtml(method, path, asObject(item)),
    ),
  )
  const schemas = Object.entries(asObject(asObject(components).schemas)).map(
    ([name, schema]) =>
      `<section><h3 id="${html(name)}">${html(name)}</h3>${jsonHtml(schema)}</section>`,
  )
  const title = html(String(asObject(info).title))
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    headers: pageHeaders,
    body: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/page/docs.css"></head><body><main>
<h1>${title}</h1>
<p>A call needs <code>Authorization: Bearer &lt;admin token&gt;</code>, or the cookie of somebody signed in
with the role it names and, on POST, the header <code>x-csrf-token</code>. Errors look like
<code>{"error":{"code","message","requestId"}}</code>.
The same in machine form: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
<h2>Calls</h2>
${operations.join('\n')}
<h2>What a bot message carries</h2>
<p>Entries of a message’s <code>entities</code>, told apart by <code>type</code>.</p>
${schemas.join('\n')}
</main></body></html>`,
  }
}

function operationHtml(method: string, path: string, item: JsonObject): string {
  const { summary, description, parameters, requestBody, responses } = item
  const parts = [
    parameters && `<h4>Parameters</h4>${parametersHtml(parameters)}`,
    requestBody && `<h4>Body</h4>${jsonHtml(schemaIn(requestBody))}`,
    ...Object.entries(asObject(responses))
      .filter(([status]) => status !== 'default')
      .map(([status, answer]) => `<h4>Answer ${html(status)}</h4>${jsonHtml(schemaIn(answer))}`),
  ]
  return `<section><h3><span class="${html(method)}">${html(method.toUpperCase())}</span>
<code>${html(path)}</code></h3><p>${html(String(summary))}. ${html(String(description))}</p>${parts.filter(Boolean).join('')}</section>`
}

function parametersHtml(parameters: Json): string {
  const list = Array.isArray(parameters) ? parameters.map(asObject) : []
  const items = list.map((parameter) => {
    const needed = parameter.required === true ? '' : ' (optional)'
    const about = asObject(parameter.schema).description
    const more = typeof about === 'string' ? `: ${html(about)}` : ''
    return `<li><code>${html(String(parameter.name))}</code>${needed}${more}</li>`
  })
  return `<ul>${items.join('')}</ul>`
}

function schemaIn(part: Json): Json {
  const content = asObject(asObject(part).content ?? null)
  return asObject(content['application/json'] ?? null).schema ?? {}
}

function jsonHtml(value: Json | undefined): string {
  return `<details><summary>JSON schema</summary><pre>${html(JSON.stringify(value, null, 2))}</pre></details>`
}
