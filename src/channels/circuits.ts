import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
} from 'cockatiel'
import type { Log } from '../observability/log.ts'
import type { Attempt } from './attempt.ts'

export interface CircuitOptions {
  log: Pick<Log, 'warn' | 'info'>
  /** After so many attempts in a row that did not get through. */
  breakAfter?: number | undefined
  /** How long a host is then left alone before one attempt is let through. */
  breakMs?: number | undefined
}

/** Runs an attempt, or leaves the host alone. */
export type RunInCircuit = (host: string, attempt: () => Promise<Attempt>) => Promise<Attempt>

/** A circuit for each host: one that is down costs its own conversations time, and nobody else's. */
export function createCircuits(options: CircuitOptions): RunInCircuit {
  const { log, breakAfter = 5, breakMs = 15_000 } = options
  const circuits = new Map<string, CircuitBreakerPolicy>()
  const leftAlone: Attempt = { kind: 'untried', reason: 'host_left_alone', waitMs: breakMs }

  function circuitOf(host: string): CircuitBreakerPolicy {
    const known = circuits.get(host)
    if (known) return known
    const circuit = circuitBreaker(handleWhenResult(isOutage), {
      halfOpenAfter: breakMs,
      breaker: new ConsecutiveBreaker(breakAfter),
    })
    circuit.onBreak(() => log.warn('host_left_alone', { url: host }))
    circuit.onReset(() => log.info('host_is_back', { url: host }))
    circuits.set(host, circuit)
    return circuit
  }

  return async function run(host, attempt) {
    const circuit = circuitOf(host)
    // One attempt finds out whether the host is back; the others do not queue up behind it.
    if (circuit.state === CircuitState.HalfOpen) return leftAlone
    try {
      return await circuit.execute(attempt)
    } catch (error) {
      if (error instanceof BrokenCircuitError) return leftAlone
      throw error
    }
  }
}

function isOutage(result: unknown): boolean {
  return (
    typeof result === 'object' &&
    result !== null &&
    'kind' in result &&
    result.kind === 'unreachable'
  )
}
