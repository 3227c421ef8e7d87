import { createServer } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  checkedLookup,
  guardedAgents,
  isPublicAddress,
} from '../../../src/channels/bot-framework/public-agents.ts'

const inside = [
  '127.0.0.1',
  '127.9.9.9',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fd00::1',
  'fe80::1',
  'ff02::1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  '2002:a00:1::1',
  '2001:db8::1',
  '2001:0:1::1',
]
const outside = ['8.8.8.8', '52.112.0.1', '172.32.0.1', '100.128.0.1', '2603:1030::1']

describe('isPublicAddress', () => {
  it.each(inside)('%s is not the internet', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(outside)('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

/** Looks a name up that leads to these addresses. */
function lookUp(addresses: string[], all = false) {
  const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  const lookup = checkedLookup(isPublicAddress, (_name, _options, done) => done(null, found))
  return new Promise((resolve, reject) => {
    lookup('smba.example', { all }, (error, address) => (error ? reject(error) : resolve(address)))
  })
}

describe('checkedLookup', () => {
  it('hands out the address it has checked', async () => {
    expect(await lookUp(['8.8.8.8', '2603:1030::1'])).toBe('8.8.8.8')
    expect(await lookUp(['8.8.8.8'], true)).toEqual([{ address: '8.8.8.8', family: 4 }])
  })

  it.each([[['10.0.0.1']], [['8.8.8.8', '127.0.0.1']], [['fd00::1']], [[]]])(
    'refuses a name that leads to %j',
    async (addresses) => {
      await expect(lookUp(addresses)).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
    },
  )
})

describe('guardedAgents', () => {
  it('do not connect to this machine for a name of the internet', async () => {
    const server = createServer((_request, response) => response.end('reached'))
    server.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const url = `http://localhost:${port}/`
    expect(await get(url, 'loopback')).toBe('reached')
    await expect(get(url, 'public')).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
  })
})

async function get(url: string, reach: 'public' | 'loopback'): Promise<string> {
  const { get: send } = await import('node:http')
  return new Promise((resolve, reject) => {
    const request = send(url, { agent: guardedAgents(reach)(url) }, (response) => {
      let text = ''
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve(text))
    })
    request.on('error', reject)
  })
}
