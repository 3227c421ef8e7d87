import { hash } from 'node:crypto'
import type { Header, Row, Totals } from './source.ts'

const MODULUS = 1n << 256n
const HEX_DIGITS = 64

/** Counts rows and adds up their SHA-256. The header is in each checksum: it cannot be exchanged. */
export function createTally(header: Header) {
  const start = digest(JSON.stringify(header))
  const sums = new Map<string, { rows: number; sum: bigint }>()
  for (const table of Object.keys(header.tables)) sums.set(table, { rows: 0, sum: start })

  return {
    add(table: string, rows: readonly Row[]): void {
      const total = sums.get(table)
      if (!total) return
      total.rows += rows.length
      for (const row of rows) total.sum = (total.sum + digest(JSON.stringify(row))) % MODULUS
    },
    totals(): Totals {
      const entries = [...sums].map(([table, { rows, sum }]) => {
        const sha256 = sum.toString(16).padStart(HEX_DIGITS, '0')
        return [table, { rows, sha256 }] as const
      })
      return Object.fromEntries(entries)
    },
  }
}

function digest(text: string): bigint {
  return BigInt(`0x${hash('sha256', text)}`)
}

/** The first table whose totals differ; undefined when all agree. */
export function firstDifference(one: Totals, other: Totals): string | undefined {
  const tables = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...tables].find(
    (table) =>
      one[table]?.rows !== other[table]?.rows || one[table]?.sha256 !== other[table]?.sha256,
  )
}
