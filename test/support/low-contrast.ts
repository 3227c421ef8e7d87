import type { Page } from 'playwright-core'

/** Words that stand out from their ground by less than 4.5 to 1 (WCAG 2 AA), as "ratio: words". */
export function lowContrast(page: Page): Promise<string[]> {
  return page.evaluate(findLowContrast)
}

/** Runs in the page, so it holds all it needs. */
function findLowContrast(): string[] {
  const root = document.querySelector('daozhang-chat')?.shadowRoot ?? document.body
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    const words = walker.currentNode.textContent?.trim() ?? ''
    if (!parent || words === '' || !parent.checkVisibility() || parent.closest('.unseen')) continue
    const ratio = contrast(colourOf(getComputedStyle(parent).color), groundOf(parent))
    if (ratio < 4.5) found.push(`${ratio.toFixed(2)}: ${words}`)
  }
  return found

  function groundOf(from: Element): number[] {
    for (let at: Element | null = from; at; at = at.parentElement) {
      const colour = colourOf(getComputedStyle(at).backgroundColor)
      if ((colour[3] ?? 1) === 1) return colour
    }
    return [255, 255, 255]
  }

  function colourOf(css: string): number[] {
    return (css.match(/[\d.]+/g) ?? []).map(Number)
  }

  function contrast(one: number[], other: number[]): number {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }

  function luminance([red = 0, green = 0, blue = 0]: number[]): number {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
}
