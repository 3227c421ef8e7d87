import { defineConfig } from 'vitest/config'

/** The same contracts on real servers: Postgres and Redis, on this machine or where the settings say. */
// biome-ignore lint/style/noDefaultExport: Vitest reads the default export.
export default defineConfig({
  test: {
    include: ['test/**/*.services.test.ts'],
    globalSetup: 'test/support/built-parts.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
