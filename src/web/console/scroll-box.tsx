import type { ReactNode } from 'react'

interface ScrollBoxProps {
  className: string
  label: string
  children: ReactNode
}

/** Something longer than its place. It takes the focus, so that keys can move it. */
export function ScrollBox({ className, label, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody scrolls without a mouse.
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
