import type { Page } from 'playwright-core'

/** Types into the chat page and presses Enter, as a customer does. */
export async function say(page: Page, text: string): Promise<void> {
  await page.locator('#text').fill(text)
  await page.locator('#text').press('Enter')
}

/** The id of the conversation the page holds. */
export const conversationOf = (page: Page): Promise<string> =>
  page.evaluate(
    () => JSON.parse(localStorage.getItem('daozhang.chat.conversation') ?? '{}').conversationId,
  )

/** Every message as "speaker: words", in the order of the page; times are left out. */
export const transcriptOf = (page: Page): Promise<string[]> =>
  page.locator('.message').evaluateAll((all) =>
    all.map((item) => {
      const words = [...item.children].filter((child) => !child.matches('.note'))
      return `${item.classList[1]}: ${words.map((child) => child.textContent).join(' | ')}`
    }),
  )

/** Pixels by which the page is wider than the window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
