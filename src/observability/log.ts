import pino, { type DestinationStream } from 'pino'
import { createLogQuota } from './log-quota.ts'

/**
 * Everything a log line may carry. There is no field for text, names, amounts or references, so
 * customer words cannot be logged by accident; what is not listed here is dropped.
 */
export interface LogFields {
  conversationId?: string | undefined
  activityId?: string | undefined
  requestId?: string | undefined
  ticketNo?: string | undefined
  channel?: string | undefined
  route?: string | undefined
  method?: string | undefined
  status?: number | undefined
  /** A code of ours (`FailureCode`, a refusal's code), never a message. */
  code?: string | undefined
  /** The class of an unexpected error: `TypeError`. */
  error?: string | undefined
  kind?: string | undefined
  intent?: string | undefined
  cause?: string | undefined
  stage?: string | undefined
  state?: string | undefined
  setting?: string | undefined
  /** A file of ours and a line in it, `knowledge/en/codes/68-timeout.md:3`. */
  file?: string | undefined
  url?: string | undefined
  version?: string | undefined
  port?: number | undefined
  count?: number | undefined
  /** Of how many `count` is a part. */
  total?: number | undefined
  attempt?: number | undefined
  ms?: number | undefined
}

/** Logs events: a name in snake_case and fields. */
export interface Log {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

const allowed = new Set<keyof LogFields>([
  'conversationId',
  'activityId',
  'requestId',
  'ticketNo',
  'channel',
  'route',
  'method',
  'status',
  'code',
  'error',
  'kind',
  'intent',
  'cause',
  'stage',
  'state',
  'setting',
  'file',
  'url',
  'version',
  'port',
  'count',
  'total',
  'attempt',
  'ms',
])

const longestValue = 120
/** Ids, codes and routes look like this; sentences, and card numbers in groups, do not. */
const plainWord = /^[\w:./@|*-]*$/
const manyDigits = /^\D*(?:\d[-_.:/]?){13,}\D*$/

/** The logger of the process. `destination` is for tests; the default is standard output. */
export function createLog(options: {
  level: LogLevel
  destination?: DestinationStream | undefined
}): Log {
  const settings = { level: options.level, base: null }
  const logger = pino(settings, options.destination ?? standardOutput())
  const at = (level: 'debug' | 'info' | 'warn' | 'error') => (event: string, fields?: LogFields) =>
    logger[level](safeFields(fields ?? {}), event)
  const take = createLogQuota()
  /** Trouble that stays is not written for each request that meets it. */
  const calmlyAt =
    (level: 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) => {
      const { write, leftOut } = take(`${event} ${fields.code ?? fields.error ?? ''}`)
      if (leftOut > 0) at(level)('lines_left_out', { kind: event, count: leftOut })
      if (write) at(level)(event, fields)
    }
  return {
    debug: at('debug'),
    info: at('info'),
    warn: calmlyAt('warn'),
    error: calmlyAt('error'),
  }
}

/** Characters kept for a standard output that takes none, such as a file on a full disk. */
const MOST_WAITING = 64 * 1024

/** What cannot be written waits, and is dropped beyond that: the log must not stop the service. */
function standardOutput(): DestinationStream {
  const output = pino.destination({ fd: 1, sync: true, maxLength: MOST_WAITING })
  output.on('error', () => undefined)
  return output
}

/** Only listed fields, and of strings only short plain words: the type could be got round. */
function safeFields(fields: LogFields): Record<string, string | number> {
  const kept: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (!isAllowed(name)) continue
    if (typeof value === 'number') kept[name] = value
    if (typeof value === 'string') kept[name] = isSafe(value) ? value : '[withheld]'
  }
  return kept
}

function isAllowed(name: string): name is keyof LogFields {
  return (allowed as Set<string>).has(name)
}

function isSafe(value: string): boolean {
  return value.length <= longestValue && plainWord.test(value) && !manyDigits.test(value)
}
