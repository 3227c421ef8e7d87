import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What the process counts. Labels are closed lists: no id, no text, no customer. */
export interface Metrics {
  requests: Counter<'method' | 'route' | 'status'>
  requestSeconds: Histogram<'route'>
  sockets: Gauge
  /** Processes of this deployment that live, this one included. */
  processes: Gauge
  /** 1 while Redis answers. */
  redis: Gauge
  accepted: Counter<'channel' | 'result'>
  refused: Counter<'code'>
  turns: Counter<'result'>
  turnSeconds: Histogram
  tickets: Counter<'category'>
  handoffs: Counter<'state'>
  deliveries: Counter<'result'>
  outboxWaiting: Gauge
  outboxOldestSeconds: Gauge
  outboxParked: Gauge
  contentType: string
  /** Brings figures up to date before they are read; one that fails leaves them as they are. */
  beforeText(refresh: () => Promise<void>): void
  /** Prometheus text. */
  text(): Promise<string>
}

const prefix = 'daozhang_'
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** A registry of its own, so that two servers in one process do not share counters. */
export function createMetrics(options: { processMetrics: boolean }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const refreshers: (() => Promise<void>)[] = []
  if (options.processMetrics) collectDefaultMetrics({ register: registry, prefix })
  const named = (name: string, help: string) => ({ name: prefix + name, help, registers })

  return {
    requests: new Counter({
      ...named('http_requests_total', 'HTTP requests answered'),
      labelNames: ['method', 'route', 'status'],
    }),
    requestSeconds: new Histogram({
      ...named('http_request_seconds', 'Time from request to answer'),
      labelNames: ['route'],
      buckets: seconds,
    }),
    sockets: new Gauge(named('sockets_open', 'Open customer web sockets')),
    processes: new Gauge(named('processes_alive', 'Processes of this deployment that live')),
    redis: new Gauge(named('redis_up', '1 while Redis answers, 0 while away or not configured')),
    accepted: new Counter({
      ...named('messages_accepted_total', 'Messages taken in, and repeats recognised'),
      labelNames: ['channel', 'result'],
    }),
    refused: new Counter({
      ...named('requests_refused_total', 'Requests refused, by reason'),
      labelNames: ['code'],
    }),
    turns: new Counter({
      ...named('turns_total', 'Turns answered, and attempts that failed'),
      labelNames: ['result'],
    }),
    turnSeconds: new Histogram({ ...named('turn_seconds', 'Time of a turn'), buckets: seconds }),
    tickets: new Counter({
      ...named('tickets_opened_total', 'Tickets opened'),
      labelNames: ['category'],
    }),
    handoffs: new Counter({
      ...named('handoffs_total', 'Handoffs by the state they came to'),
      labelNames: ['state'],
    }),
    deliveries: new Counter({
      ...named('deliveries_total', 'Attempts to deliver a reply to another system, by their end'),
      labelNames: ['result'],
    }),
    outboxWaiting: new Gauge(named('outbox_waiting', 'Replies on their way to another system')),
    outboxOldestSeconds: new Gauge(
      named('outbox_oldest_seconds', 'Age of the oldest reply on its way'),
    ),
    outboxParked: new Gauge(named('outbox_parked', 'Replies that need a person')),
    contentType: registry.contentType,
    beforeText: (refresh) => void refreshers.push(refresh),
    async text() {
      await Promise.allSettled(refreshers.map((refresh) => refresh()))
      return registry.metrics()
    },
  }
}
