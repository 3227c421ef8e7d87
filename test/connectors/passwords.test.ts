import { hash } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { argon2Passwords } from '../../src/connectors/passwords/argon2-passwords.ts'

const passwords = argon2Passwords()

describe('passwords', () => {
  it('are kept as Argon2id of the strength that is asked for today', async () => {
    const kept = await passwords.hash('four brave little otters')
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(passwords.isOutdated(kept)).toBe(false)
    expect(await passwords.matches(kept, 'four brave little otters')).toBe(true)
    expect(await passwords.matches(kept, 'four brave little otter')).toBe(false)
  })

  it('are never kept alike twice', async () => {
    expect(await passwords.hash('the same')).not.toBe(await passwords.hash('the same'))
  })

  it('are the same however a keyboard composes a letter', async () => {
    const kept = await passwords.hash('Zoë eats crêpes')
    expect(await passwords.matches(kept, 'Zoë eats crêpes'.normalize('NFD'))).toBe(true)
  })

  it('match nothing where there is no hash', async () => {
    expect(await passwords.matches(undefined, 'nobody has this password')).toBe(false)
  })

  it('of a weaker hash still match, and are outdated', async () => {
    const weak = await hash('four brave little otters', { memoryCost: 8_192, timeCost: 1 })
    expect(await passwords.matches(weak, 'four brave little otters')).toBe(true)
    expect(passwords.isOutdated(weak)).toBe(true)
  })
})
