import { launchChromium } from './support/browser.ts'

const b = await launchChromium()
for (const [f, l] of [
  ['knowledge-report', 'en'],
  ['case-book', 'zh-CN'],
  ['case-book', 'en'],
] as const)
  for (const w of [360, 1280])
    for (const scheme of ['light', 'dark'] as const) {
      const c = await b.newContext({ viewport: { width: w, height: 1700 }, colorScheme: scheme })
      const p = await c.newPage()
      p.on('console', (m) => console.log(f, w, m.text()))
      await p.goto(`file:///tmp/demo-out/${l}/${f}-2026-11.html`)
      await p.screenshot({ path: `/tmp/demo-out/${f}-${l}-${w}-${scheme}.png` })
      for (const [i, y] of [
        [2, 1],
        [3, 2],
      ] as const) {
        if (w === 1280 || i === 2) {
          await p.setViewportSize({ width: w, height: 1700 })
          await p.evaluate((z) => window.scrollTo(0, z), y * 1650).catch(() => {})
          await p.screenshot({ path: `/tmp/demo-out/${f}-${l}-${w}-${scheme}-${i}.png` })
        }
      }
      if (scheme === 'light' && w === 1280)
        await p.pdf({ path: `/tmp/demo-out/${f}-${l}.pdf`, format: 'A4' })
      await c.close()
    }
await b.close()
