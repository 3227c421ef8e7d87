const roles = ['merchant', 'cardholder'] as const

/** Which side the customer says they are on, as a conversation's state keeps it. */
export function toldRole({
  facts,
}: Readonly<Record<string, unknown>>): (typeof roles)[number] | undefined {
  const told = typeof facts === 'object' && facts !== null && 'role' in facts && facts.role
  return roles.find((role) => role === told)
}
