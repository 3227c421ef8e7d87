import type { Passwords } from '../../ports/passwords.ts'

/** What OWASP asks of Argon2id: 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
/** `Algorithm.Argon2id` of the package, which is a const enum. */
const argon2id = 2

/** Passwords by Argon2id. The package is loaded with the first sign-in. */
export function argon2Passwords(): Passwords {
  const library = once(() => import('@node-rs/argon2'))
  const hash = async (password: string) =>
    (await library()).hash(plain(password), { ...strength, algorithm: argon2id })
  const dummy = once(() => hash('nobody has this password'))
  return {
    hash,
    async matches(kept, password) {
      const { verify } = await library()
      const isRight = await verify(kept ?? (await dummy()), plain(password))
      return kept !== undefined && isRight
    },
    isOutdated: (kept) => !kept.startsWith(prefix),
  }
}

const { memoryCost, timeCost, parallelism } = strength
const prefix = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`

/** The same characters are the same password, however a keyboard composes them. */
function plain(password: string): string {
  return password.normalize('NFKC')
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
