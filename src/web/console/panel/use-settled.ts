import { useEffect, useState } from 'react'

const waitMs = 250

/** A value once it has stopped changing: what is typed is not searched letter by letter. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), waitMs)
    return () => window.clearTimeout(timer)
  }, [value])
  return settled
}
