import { defineConfig } from 'vitest/config'

/** The pages in a real browser: needs Chromium, at `CHROMIUM_PATH` or in a usual place. */
// biome-ignore lint/style/noDefaultExport: Vitest reads the default export.
export default defineConfig({
  test: {
    include: ['test/**/*.browser.test.ts'],
    globalSetup: 'test/support/built-parts.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A page under load draws later than a value changes.
    expect: { poll: { timeout: 15_000 } },
  },
})
