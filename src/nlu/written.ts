/** A number as it stands in a message. */
export interface Written {
  start: number
  end: number
  value: number
  /** The upper end of a range such as 两三千. */
  maxValue?: number | undefined
  /** What the last word or letter multiplies by: 1,000 of `3k`, 10,000 of 2万; else 1. */
  unit: number
  /** Written as words or with 万, w, k: nobody writes a date or a reference so. */
  unmistakable: boolean
  approximate: boolean
}
