/** The part of jsdom the tests use; the package brings no types of its own. */
declare module 'jsdom' {
  export class JSDOM {
    readonly window: Window & typeof globalThis
    constructor(html?: string, options?: { url?: string; pretendToBeVisual?: boolean })
  }
}
