import { type LookupAddress, lookup as resolve } from 'node:dns'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { BlockList, isIPv6, type LookupFunction } from 'node:net'
import { isLoopback } from './service-url.ts'

/** Everything that is not the public internet: this machine, its networks, and what stands for them. */
const notPublic = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv4')
}
/** Public IPv6 is 2000::/3; within it are tunnels that lead to any IPv4 address, and examples. */
const publicIpv6 = new BlockList()
publicIpv6.addSubnet('2000::', 3, 'ipv6')
for (const [network, prefix] of [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv6')
}

/** True for an address that anybody on the internet can reach. */
export function isPublicAddress(address: string): boolean {
  if (!isIPv6(address)) return !notPublic.check(address, 'ipv4')
  return publicIpv6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}

/** True for an address that only this machine can reach. */
function isLocalAddress(address: string): boolean {
  return address === '::1' || isLoopback(address)
}

/** The code of the error when a name leads to an address that nothing is sent to. */
export const addressRefused = 'ADDRESS_REFUSED'

type ResolveAll = (
  hostname: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * Resolves a name and hands out only addresses it has checked: the connection is made to these, so
 * that a name cannot point elsewhere a moment later.
 */
export function checkedLookup(allowed: (address: string) => boolean, ask: ResolveAll = resolve) {
  const lookup: LookupFunction = (hostname, options, done) => {
    ask(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '')
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => allowed(address))) {
        return done(Object.assign(new Error(addressRefused), { code: addressRefused }), '')
      }
      if (options.all) return done(null, addresses)
      return done(null, first.address, first.family)
    })
  }
  return lookup
}

const mostSockets = 32

/** Connections to the public internet only, or to this machine only. */
export function guardedAgents(reach: 'public' | 'loopback') {
  const lookup = checkedLookup(reach === 'public' ? isPublicAddress : isLocalAddress)
  const settings = { lookup, keepAlive: true, maxSockets: mostSockets }
  const [http, https] = [new HttpAgent(settings), new HttpsAgent(settings)]
  return (url: string) => (url.startsWith('https:') ? https : http)
}
