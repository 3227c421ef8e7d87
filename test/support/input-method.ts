import type { Page } from 'playwright-core'

/** An input method begins a word in the focused field, takes its Enter for itself and ends the word. */
export async function compose(
  page: Page,
  { begun, composed }: { begun: string; composed: string },
): Promise<void> {
  const keyboard = await page.context().newCDPSession(page)
  const at = { selectionStart: begun.length, selectionEnd: begun.length }
  await keyboard.send('Input.imeSetComposition', { ...at, text: begun })
  await keyboard.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  })
  await keyboard.send('Input.insertText', { text: composed })
}
