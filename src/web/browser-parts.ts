import { join } from 'node:path'

/** Something browsers run: built from its folder in `src/web` by `src/web/build.ts`. */
export interface BrowserPart {
  /** Of its folder in `src/web` and of its folder in `dist`. */
  name: string
  /** Name and path, from the root of the repository, of each file that a page loads first. */
  entries: Record<string, string>
  /** How those are called in `dist`, where they need a name that stays. */
  entryNames?: string | undefined
}

/** Where the parts are built to; not in Git. */
export const distFolder: string = join(import.meta.dirname, '../../dist')

/** `/widget.js` and what it loads. */
export const widgetPart: BrowserPart = {
  name: 'widget',
  entries: { widget: 'src/web/widget/loader.ts' },
  entryNames: '[name].js',
}

/** What support agents work with. */
export const consolePart: BrowserPart = {
  name: 'console',
  entries: { main: 'src/web/console/main.tsx' },
}

export const browserParts: readonly BrowserPart[] = [widgetPart, consolePart]
