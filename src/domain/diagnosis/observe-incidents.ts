import type { Incident } from '../transaction.ts'
import type { CaseEvidence } from './case-evidence.ts'
import type { Seen } from './seen.ts'

type Kind = 'acquirer_incident' | 'bank_incident' | 'rule_incident'

/** The incidents that touch this case: in its scope, and overlapping the wait for the money. */
export function incidentsOf(evidence: CaseEvidence): { incident: Incident; kind: Kind }[] {
  return evidence.incidents
    .filter((incident) => overlaps(incident, evidence))
    .map((incident) => ({ incident, kind: kindOf(incident, evidence) }))
    .filter((each): each is { incident: Incident; kind: Kind } => each.kind !== undefined)
}

export function observeIncidents(evidence: CaseEvidence): Seen[] {
  const kinds = new Set(incidentsOf(evidence).map(({ kind }) => kind))
  if (kinds.size === 0) return [{ observation: 'no_incident', source: 'incident_feed' }]
  return [...kinds].map((observation) => ({ observation, source: 'incident_feed' }))
}

/** Running now, or over but only after the sale and before the money was due. */
function overlaps(incident: Incident, { record, settlement, now }: CaseEvidence): boolean {
  if (Date.parse(incident.startedAt) > now.getTime()) return false
  if (!incident.endsAt || Date.parse(incident.endsAt) > now.getTime()) return true
  const soldAt = record ? Date.parse(record.createdAt) : now.getTime()
  const dueAt = settlement ? Date.parse(settlement.deadline) : soldAt
  return Date.parse(incident.endsAt) > soldAt && Date.parse(incident.startedAt) <= dueAt
}

function kindOf(incident: Incident, evidence: CaseEvidence): Kind | undefined {
  const scope = incident.scope.toLowerCase()
  if (/regulat|rule|policy|监管|新规/u.test(scope)) return 'rule_incident'
  if (/bank|银行|issuer/u.test(scope)) return 'bank_incident'
  return isOurs(scope, evidence) || general.test(scope) ? 'acquirer_incident' : undefined
}

/** A scope without a name: everybody behind the acquirer, the network or the payouts. */
const general =
  /^(?:all|\*|global|network|platform|system|provider|(?:acquir\w*|payouts?|settlements?|unionpay|银联|收单\S*|结算\S*)(?:[ _-].*)?)$/u

/** `provider:stripe`, `merchant/M1001`, `terminal T1`: one of the names is ours, letter for letter. */
function isOurs(scope: string, { record, merchant }: CaseEvidence): boolean {
  const ours = [record?.provider, merchant?.provider, merchant?.id, record?.refs.terminalId]
  const names = scope.split(/[\s:/,;|]+/u)
  return ours.some((name) => name !== undefined && names.includes(name.toLowerCase()))
}
