import { drawCharts } from './bar-chart.ts'
import { enginesOf, goal, type LargeResults, largeLoads, slowDown } from './large-figures.ts'

/** How much longer a turn takes on a full store, for each engine and load. */
export function plotLarge(results: LargeResults): string {
  const bars = enginesOf(results).flatMap((engine) =>
    largeLoads.map((load) => {
      const value = slowDown(results, engine, load)
      const label = `${engine}, ${load} at once`
      return { label, value, text: `${value.toFixed(2)} ×`, colour: '#0f6b5c', goal }
    }),
  )
  return drawCharts('Time of a turn, full store against empty', [
    { title: 'Time of a turn: 1,000,000 stored ÷ 1,000 stored (line: goal)', bars },
  ])
}
