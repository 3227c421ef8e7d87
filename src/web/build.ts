import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import { type BrowserPart, browserParts, distFolder } from './browser-parts.ts'

const root = join(import.meta.dirname, '../..')

/** Builds one part of what browsers run into `dist/`. Throws what Vite throws. */
export async function buildPart(part: BrowserPart): Promise<void> {
  const { build } = await import('vite')
  rmSync(join(distFolder, part.name), { recursive: true, force: true })
  await build(configOf(part))
}

/**
 * JSX without a plugin: a file says by `@jsxImportSource` whose it is. Names hold a hash of the
 * content, so that browsers may keep the files for good. No source map: the source is open.
 */
function configOf({ name, entries, entryNames }: BrowserPart): InlineConfig {
  const hashed = `${name}/[name]-[hash].js`
  return {
    root,
    configFile: false,
    publicDir: false,
    base: './',
    logLevel: 'warn',
    // As a library, Vite would leave this to whoever uses it, and React would be built for developers.
    define: { 'process.env.NODE_ENV': '"production"' },
    // A test run builds, too, and must build the same: not what developers debug with.
    oxc: { jsx: { development: false } },
    build: {
      outDir: distFolder,
      emptyOutDir: false,
      manifest: `${name}/manifest.json`,
      modulePreload: false,
      assetsInlineLimit: 0,
      // As a library: without it Vite puts its preloader, larger than our loader, into every part.
      lib: { entry: entries, formats: ['es'] },
      target: 'es2022',
      cssTarget: ['chrome105', 'firefox110', 'safari16'],
      reportCompressedSize: false,
      rolldownOptions: {
        onLog: (level, log, handle) => {
          // What a library says to servers that render ("use client") is nothing to us.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
        },
        output: {
          minify: true,
          comments: false,
          entryFileNames: entryNames ?? hashed,
          chunkFileNames: hashed,
          assetFileNames: `${name}/[name]-[hash][extname]`,
        },
      },
    },
  }
}

/** Run by `npm run build`, and so by `npm ci`. */
async function buildAll(): Promise<void> {
  for (const part of browserParts) {
    await buildPart(part)
    process.stdout.write(`Built dist/${part.name}.\n`)
  }
}

if (import.meta.main) await buildAll()
