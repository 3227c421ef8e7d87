import { machine, writeResults } from '../machine.ts'
import { measureDesk } from './measure-desk.ts'
import { type DeskResults, deskPlot, deskReport } from './report.ts'

/** Measures the desk and keeps the run under `bench/results/desk.*`. */
export async function benchDesk(postgres: string): Promise<void> {
  const endMachine = machine()
  const figures = await measureDesk()
  const results: DeskResults = { ...figures, machine: endMachine(), postgres }
  writeResults('desk', { results, plot: deskPlot(results), report: deskReport(results) })
}
