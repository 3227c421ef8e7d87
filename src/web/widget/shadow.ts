import type { WidgetOptions } from './options.ts'
import base from './styles/base.css?inline'
import messages from './styles/messages.css?inline'
import panel from './styles/panel.css?inline'

/**
 * A place of our own in somebody's page: its styles do not reach in, ours do not reach out. The styles are
 * constructed, so a page's policy needs to allow no inline ones.
 */
export function openShadow({ name, theme, position, isPage }: WidgetOptions): ShadowRoot {
  const host = document.createElement('daozhang-chat')
  host.dataset.name = name
  host.dataset.theme = theme
  host.dataset.place = position
  const root = host.attachShadow({ mode: 'open' })
  const fit = new CSSStyleSheet()
  root.adoptedStyleSheets = [sheetOf([base, panel, messages].join('\n')), fit]
  if (!isPage) fitAboveKeyboard(fit)
  document.body.append(host)
  return root
}

/** Adds the styles of a part that was loaded later. */
export function addStyles(root: ShadowRoot, css: string): void {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(css)]
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

/** A keyboard on the screen covers the page without telling it: only this viewport knows. */
function fitAboveKeyboard(sheet: CSSStyleSheet): void {
  const view = window.visualViewport
  if (!view) return
  const place = () =>
    sheet.replaceSync(`:host { --view-height: ${view.height}px; --view-top: ${view.offsetTop}px }`)
  view.addEventListener('resize', place)
  view.addEventListener('scroll', place)
  place()
}
