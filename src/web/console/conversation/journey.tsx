import type { Stage } from '../../../domain/stage.ts'
import { useTongue } from '../tongue.tsx'
import { stageName, stageTone, stationsOf } from './stations.ts'

/** Where the money is, in the words and the stations that the customer is shown. */
export function Journey({ stage }: { stage: Stage }) {
  const { words, locale } = useTongue()
  const stations = stationsOf(stage, locale)
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
              <span className="unseen"> ({station.stateName})</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
