/** The process's one clock. Nothing else may ask the machine for the time. */
export interface Clock {
  now(): Date
}
