import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './styles/all.css'

/** The page's policy lets in styles that bear its nonce; browsers hide it from everything but scripts. */
const nonce = document.querySelector<HTMLLinkElement>('link[nonce]')?.nonce
const renderer = createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {})

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <RendererProvider renderer={renderer} targetDocument={document}>
      <App />
    </RendererProvider>,
  )
}
