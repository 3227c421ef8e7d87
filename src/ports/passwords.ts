/** Turns passwords into what may be kept of them. */
export interface Passwords {
  hash(password: string): Promise<string>
  /**
   * Whether it is the password of a hash. Without a hash it is not, and finding that out takes as
   * long: an account without a password looks like none.
   */
  matches(hash: string | undefined, password: string): Promise<boolean>
  /** True for a hash that is weaker than those made today. */
  isOutdated(hash: string): boolean
}
