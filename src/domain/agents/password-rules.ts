/** In characters. */
export const passwordLength = { least: 12, most: 200 } as const

/** What is wrong with a password; each is told in words where it is refused. */
export type PasswordProblem = 'too_short' | 'too_long' | 'is_name' | 'easily_guessed'

/** Tried first by whoever guesses, and long enough to pass the length. In lower case. */
const tooKnown = new Set([
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'administrator',
  'administrator1',
  'adminadminadmin',
  'changemechangeme',
  'letmeinletmein',
  'welcome12345',
  'welcomewelcome',
  'iloveyou1234',
  'iloveyou12345',
  'woaini1314520',
  'woaini5201314',
  'woaiwojia1314',
  'qwertyuiop123',
  'qwertyuiop1234',
  'qwertyuiopasdf',
  'qwertyuiopasdfghjkl',
  'qwerty123456',
  'qwerty1234567',
  'asdfghjkl123',
  'zxcvbnm12345',
  '1qaz2wsx3edc',
  '1qaz2wsx3edc4rfv',
  'q1w2e3r4t5y6',
  '1q2w3e4r5t6y',
  '1q2w3e4r5t6y7u',
  'abcd12345678',
  'abc123456789',
  'a123456789012',
  'abcdefghijkl',
  'p@ssw0rd1234',
  'p@ssword1234',
  'passw0rd1234',
  'daozhang1234',
  'daozhang123456',
  'trustno1trustno1',
  'correcthorsebatterystaple',
])

/**
 * Whether somebody may take this password. `names` are what anybody may know of them: login, name.
 * Length is what makes it hard to guess, so no kinds of characters are asked for.
 */
export function passwordProblem(
  password: string,
  names: readonly string[],
): PasswordProblem | undefined {
  const length = [...password].length
  if (length < passwordLength.least) return 'too_short'
  if (length > passwordLength.most) return 'too_long'
  const folded = fold(password)
  if (names.some((name) => isBuiltOn(folded, fold(name)))) return 'is_name'
  if (tooKnown.has(folded) || isRun(folded) || isRepeat(folded)) return 'easily_guessed'
  return undefined
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '')
}

/** The name itself, written over and over, or with nothing but digits and signs around it. */
function isBuiltOn(password: string, name: string): boolean {
  if (name.length < 3) return password === name
  return password.includes(name) && /^[\P{L}]*$/u.test(password.replaceAll(name, ''))
}

/** `123456789012`, `abcdefghijkl`, and the same backwards. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  // After 9 comes 0.
  return [1, -1].some((step) => steps.every((each) => each === step || each === -9 * step))
}

/** One to four characters over and over. */
function isRepeat(text: string): boolean {
  return /^(.{1,4}?)\1+.{0,3}$/u.test(text) && new Set(text).size <= 4
}
