/**
 * `open` until the date has passed; then `kept` or `late` as the record says, `unknown` when the
 * record does not say when the money came, `void` when the payment took another course.
 */
export const promiseStates = ['open', 'kept', 'late', 'unknown', 'void'] as const
export type PromiseState = (typeof promiseStates)[number]
