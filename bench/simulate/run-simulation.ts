import { sandboxProvider } from '../../src/connectors/sandbox/sandbox-provider.ts'
import { parseWorld, type World } from '../../src/connectors/world/world.ts'
import { stillClock } from '../../test/support/movable-clock.ts'
import { learnMind, startEngine } from '../../test/support/talk.ts'
import { type BreakName, breaks, type Parts } from './breaks.ts'
import type { Run } from './plan-runs.ts'
import { type Outcome, playRun, type Stage } from './play-run.ts'
import { calendarOf, type Scene } from './scenes.ts'

export interface Played {
  run: Run
  outcome: Outcome
}

export interface Simulation {
  runs: readonly Run[]
  broken?: BreakName | undefined
  onProgress?: ((done: number, failed: number) => void) | undefined
}

/** Plays all runs, those of one place together on one engine; the results in the order of the runs. */
export async function runSimulation({ runs, broken, onProgress }: Simulation): Promise<Played[]> {
  const played: Played[] = []
  let failed = 0
  for (const [scene, group] of Map.groupBy(runs, (run) => run.scene)) {
    const { world, startStage, stop } = await openScene(scene, group, broken)
    for (const run of group) {
      const outcome = await playRun(run, startStage(run, world))
      played.push({ run, outcome })
      if (!outcome.success) failed += 1
      onProgress?.(played.length, failed)
    }
    await stop()
  }
  const order = new Map(runs.map((run, index) => [run, index]))
  return played.toSorted((a, b) => (order.get(a.run) ?? 0) - (order.get(b.run) ?? 0))
}

/** One world with all the shops of the place, and the engine that answers from it. */
async function openScene(scene: Scene, runs: readonly Run[], broken: BreakName | undefined) {
  const worlds = runs.map((run) => run.case.world)
  const { world } = parseWorld({
    merchants: worlds.flatMap(({ merchants }) => merchants),
    transactions: worlds.flatMap(({ transactions }) => transactions),
    payouts: worlds.flatMap(({ payouts }) => payouts),
  })
  const clock = stillClock(scene.now)
  const whole: Parts = {
    provider: sandboxProvider({ world, clock, calendarOf }),
    mind: await learnMind(),
  }
  const parts = broken ? breaks[broken](whole) : whole
  const settings = { TIME_ZONE: scene.timeZone, DEFAULT_LOCALE: scene.locale }
  const engine = await startEngine(settings, { ...parts, clock })
  return {
    world,
    stop: () => engine.stop(),
    startStage: (run: Run, all: World): Stage => ({
      engine,
      own: run.case.isStranger ? nothingOf(run) : ownPart(run, all),
      isForeign: (id) =>
        run.case.isStranger === true || !new RegExp(`^[A-Z]+-${run.key}(?:-|$)`).test(id),
    }),
  }
}

function nothingOf({ scene }: Run): Stage['own'] {
  return { merchants: [], transactions: [], payouts: [], zone: scene.timeZone }
}

function ownPart({ key, scene }: Run, { merchants, transactions, payouts }: World): Stage['own'] {
  const id = `SHOP-${key}`
  return {
    merchants: merchants.filter((each) => each.id === id),
    transactions: transactions.filter((each) => each.merchantId === id),
    payouts: payouts.filter((each) => each.merchantId === id),
    zone: scene.timeZone,
  }
}
