import type { DatedStation, Stage } from '../../../domain/stage.ts'
import { useTongue } from '../tongue.tsx'
import { stageName, stageTone, stationsOf } from './stations.ts'

interface JourneyProps {
  stage: Stage
  dated: readonly DatedStation[] | undefined
}

/** Where the money is, in the words and the stations that the customer is shown. */
export function Journey({ stage, dated }: JourneyProps) {
  const { words, locale } = useTongue()
  const stations = stationsOf(stage, dated, locale)
  return (
    <div className={`way ${stageTone(stage)}`}>
      <p className="way-stage">{stageName(stage, locale)}</p>
      {stations.length > 0 && (
        <ol className="journey" aria-label={words.facts.way}>
          {stations.map((station) => (
            <li
              key={station.name}
              className={station.state}
              aria-current={station.state === 'current' ? 'step' : undefined}
            >
              <span className="dot" />
              <span className="journey-name">{station.name}</span>
              <span className="unseen"> ({station.stateName}) </span>
              {station.when && <span className="journey-when">{station.when}</span>}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
