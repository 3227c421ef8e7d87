import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.services.test.ts', 'test/**/*.browser.test.ts'],
    globalSetup: ['test/support/warm-mind.ts', 'test/support/built-parts.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
