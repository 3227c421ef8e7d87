import type { Locale } from '../locale.ts'
import data from './directory.json' with { type: 'json' }
import { type DirectoryId, directoryIds } from './directory-ids.ts'
import { type ComplaintRegion, complaintRegions } from './region.ts'

export const contactKinds = [
  'institution',
  'shop',
  'network',
  'regulator',
  'association',
  'ombudsman',
  'police',
] as const
export type ContactKind = (typeof contactKinds)[number]

/**
 * A reviewed contact. Phone numbers come from here and nowhere else. `owner` is the role that
 * keeps the entry right; an entry the deployer configures has no number until he does.
 */
export interface DirectoryEntry {
  id: DirectoryId
  region: ComplaintRegion | 'any'
  kind: ContactKind
  /** What it is for, in our own words for routing. */
  uses: readonly string[]
  name: Readonly<Record<Locale, string>>
  phone?: string | undefined
  url?: string | undefined
  /** Opening hours are not known for certain; nothing is said about them. */
  hours: string
  note?: Readonly<Record<Locale, string>> | undefined
  source: string
  owner: string
  reviewedAt: string
  deployerConfigures: boolean
}

export type Directory = ReadonlyMap<DirectoryId, DirectoryEntry>

type LooseEntry = Omit<DirectoryEntry, 'id' | 'region' | 'kind'> & {
  id: string
  region: string
  kind: string
}

/** The directory as reviewed, without a deployer's own lines. */
export const directory: Directory = new Map(data.map(readEntry).map((entry) => [entry.id, entry]))

/** The directory with the deployer's own lines, for example the acquirer's phone and site. */
export function withOwnLines(
  lines: Partial<Record<DirectoryId, Pick<DirectoryEntry, 'phone' | 'url'>>>,
  base: Directory = directory,
): Directory {
  return new Map(
    [...base].map(([id, entry]) => [
      id,
      entry.deployerConfigures ? { ...entry, ...lines[id] } : entry,
    ]),
  )
}

/** One contact. Throws `RangeError` for an id the directory does not hold. */
export function contact(id: DirectoryId, from: Directory = directory): DirectoryEntry {
  const entry = from.get(id)
  if (!entry) throw new RangeError(`The directory has no "${id}"`)
  return entry
}

/** The number to dial; undefined when there is only a site, or the deployer has given none. */
export function phoneOf(id: DirectoryId, from: Directory = directory): string | undefined {
  return from.get(id)?.phone
}

function readEntry(entry: LooseEntry): DirectoryEntry {
  return {
    ...entry,
    id: oneOf(directoryIds, entry.id),
    region: oneOf([...complaintRegions, 'any'] as const, entry.region),
    kind: oneOf(contactKinds, entry.kind),
  }
}

function oneOf<T extends string>(allowed: readonly T[], value: string): T {
  const found = allowed.find((word) => word === value)
  if (found === undefined) throw new TypeError(`Directory: unknown word "${value}"`)
  return found
}
