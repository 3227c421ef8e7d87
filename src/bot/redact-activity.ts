import { redact } from '../domain/redaction/redact.ts'
import { redactDeep } from '../domain/redaction/redact-deep.ts'
import type { Json, JsonObject } from '../ports/json.ts'
import type { RedactActivity } from './turn-door.ts'

/** What a customer can write into; ids and times are the channel's and are left alone. */
const customerParts = ['value', 'attachments', 'entities', 'suggestedActions', 'summary', 'speak']

/** Hides card numbers and secrets in everything of an activity that a customer can fill. */
export const redactActivity: RedactActivity = (activity, previousTexts) => {
  const kinds = new Set<string>()
  const clean: JsonObject = { ...activity }
  for (const part of customerParts) {
    const value = activity[part]
    if (value === undefined) continue
    const deep = redactDeep(value)
    clean[part] = deep.value
    for (const kind of deep.kinds) kinds.add(kind)
  }
  clean.channelData = redactChannelData(activity.channelData, kinds)
  if (clean.channelData === undefined) delete clean.channelData
  const { text } = activity
  if (typeof text !== 'string') return { activity: clean, kinds: [...kinds] }
  const said = redact(text, previousTexts)
  for (const kind of said.kinds) kinds.add(kind)
  return { activity: { ...clean, text: said.text }, kinds: [...kinds], previous: said.previous }
}

/** The client's own message id must come back unchanged: clients recognise their echo by it. */
function redactChannelData(data: Json | undefined, kinds: Set<string>): Json {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data as Json
  const { clientActivityID, ...rest } = data
  const deep = redactDeep(rest)
  for (const kind of deep.kinds) kinds.add(kind)
  const clean = deep.value as JsonObject
  return clientActivityID === undefined ? clean : { ...clean, clientActivityID }
}
