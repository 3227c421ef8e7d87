/** Microsoft's connectors: these hosts, or hosts below those that start with a dot. */
const microsoftHosts = [
  '.botframework.com',
  '.botframework.us',
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
]

/** Where replies may go besides Microsoft's connectors. */
export interface ServiceUrlRules {
  hosts?: readonly string[] | undefined
  loopback?: boolean | undefined
}

/**
 * Whether replies may be sent to `serviceUrl`. An activity names the address its answers go to, so
 * without this check a stranger could have our answers, and our server's requests, sent anywhere.
 * `loopback` is the local emulator.
 */
export function isAllowedServiceUrl(serviceUrl: string, allow: ServiceUrlRules = {}): boolean {
  if (!URL.canParse(serviceUrl)) return false
  const { protocol, hostname, username } = new URL(serviceUrl)
  if (username !== '') return false
  if (allow.loopback && isLoopback(hostname)) return true
  if (protocol !== 'https:') return false
  return [...microsoftHosts, ...(allow.hosts ?? [])].some((host) => covers(host, hostname))
}

function covers(host: string, hostname: string): boolean {
  return host.startsWith('.') ? hostname.endsWith(host) : hostname === host
}

/** True for an address only this machine can reach. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
