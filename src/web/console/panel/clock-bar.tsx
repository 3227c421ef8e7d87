import { ProgressBar } from '@fluentui/react-components'
import { useId } from 'react'
import type { TicketClockView, Warning } from '../api/shapes.ts'
import { dateAndTime, secondsBetween, stretch } from '../time.ts'
import { useTongue } from '../tongue.tsx'

const colors = { none: 'success', half: 'brand', most: 'warning', over: 'error' } as const

interface ClockBarProps {
  name: string
  clock: Pick<TicketClockView, 'startAt' | 'dueAt' | 'extendedTo' | 'warn' | 'leftSeconds'>
}

/** A time limit as a bar: how much of it has gone, what is left, and by when. */
export function ClockBar({ name, clock }: ClockBarProps) {
  const { words, locale } = useTongue()
  const { startAt, extendedTo, warn = 'none' } = clock
  const dueAt = extendedTo ?? clock.dueAt
  const left = clock.leftSeconds ?? secondsBetween(new Date().toISOString(), dueAt)
  const whole = Math.max(1, secondsBetween(startAt, dueAt))
  const id = useId()
  // In whole percents: as a number with an exponent, assistive technology cannot read it.
  const gone = Math.round(100 * Math.min(1, Math.max(0, (whole - left) / whole)))
  return (
    <div className={`clock ${warn}`}>
      <p className="clock-line">
        <span id={id}>{name}</span>
        <span className="clock-left">{leftText(left)}</span>
      </p>
      <ProgressBar
        value={gone}
        max={100}
        color={colors[warn]}
        thickness="large"
        aria-labelledby={id}
        aria-valuetext={`${leftText(left)}, ${words.tickets.warn[warn]}`}
      />
      <p className="clock-line soft">
        <span>{dateAndTime(dueAt, locale)}</span>
        <span>
          {extendedTo
            ? words.tickets.extended(dateAndTime(extendedTo, locale))
            : words.tickets.warn[warn]}
        </span>
      </p>
    </div>
  )

  function leftText(seconds: number): string {
    return seconds >= 0
      ? words.tickets.left(stretch(seconds, locale))
      : words.tickets.late(stretch(-seconds, locale))
  }
}

/** The worst warning of several clocks. */
export function worstOf(clocks: readonly { warn?: Warning | undefined }[]): Warning {
  const order: readonly Warning[] = ['over', 'most', 'half', 'none']
  return order.find((warn) => clocks.some((clock) => clock.warn === warn)) ?? 'none'
}
