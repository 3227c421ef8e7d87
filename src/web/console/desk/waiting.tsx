import { Spinner } from '@fluentui/react-components'
import { useTongue } from '../tongue.tsx'

/** Something is being fetched. */
export function Waiting() {
  const { words } = useTongue()
  return <Spinner className="middle" size="small" label={words.loading} />
}
