import { expect, it } from 'vitest'
import { createTokens, tokenLifetime } from '../../../src/channels/direct-line/tokens.ts'

const grant = { conv: 'c1', identity: { userId: 'dl_1', trusted: false } }

/** Tokens on a clock that the test moves. */
function tokensAt(start: string) {
  let at = new Date(start)
  const tokens = createTokens({ key: new Uint8Array(32).fill(7), now: () => at })
  return {
    tokens,
    pass: (seconds: number) => {
      at = new Date(at.getTime() + seconds * 1000)
    },
  }
}

it('refuses a token that was good before once it has expired', async () => {
  const { tokens, pass } = tokensAt('2026-11-23T02:00:00Z')
  const token = await tokens.conversation(grant)
  expect(await tokens.verifyConversation(token)).toMatchObject({ conv: 'c1', user: 'dl_1' })
  pass(tokenLifetime - 1)
  expect(await tokens.verifyConversation(token)).toMatchObject({ conv: 'c1' })
  pass(1)
  await expect(tokens.verifyConversation(token)).rejects.toMatchObject({ code: 'TokenExpired' })
})

it('takes no changed token for one it has seen', async () => {
  const { tokens } = tokensAt('2026-11-23T02:00:00Z')
  const token = await tokens.conversation(grant)
  await tokens.verifyConversation(token)
  const changed = token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA')
  await expect(tokens.verifyConversation(changed)).rejects.toMatchObject({ status: 403 })
})
