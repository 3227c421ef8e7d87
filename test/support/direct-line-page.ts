import { JSDOM } from 'jsdom'
import { vi } from 'vitest'

/** What the published Direct Line client expects of a browser, as a page on another origin has it. */
export function openPage(): { close(): void } {
  const page = new JSDOM('<!doctype html>', {
    url: 'http://shop.example/',
    pretendToBeVisual: true,
  })
  const { XMLHttpRequest, FormData, Blob, WebSocket } = page.window
  vi.stubGlobal('XMLHttpRequest', XMLHttpRequest)
  vi.stubGlobal('FormData', FormData)
  vi.stubGlobal('Blob', Blob)
  vi.stubGlobal('WebSocket', WebSocket)
  vi.stubGlobal('window', page.window)
  return {
    close() {
      page.window.close()
      vi.unstubAllGlobals()
    },
  }
}

/**
 * In the order of the log, as Web Chat draws it. The client itself hands the activities of two
 * frames on in turns: what it replays after a restart mixes with what is new.
 */
export function inLogOrder<Each extends { timestamp?: string | undefined }>(
  seen: readonly Each[],
): Each[] {
  return seen.toSorted((one, other) => String(one.timestamp).localeCompare(String(other.timestamp)))
}
