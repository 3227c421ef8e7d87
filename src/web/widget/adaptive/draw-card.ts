import {
  type Action,
  AdaptiveCard,
  ExecuteAction,
  HostConfig,
  OpenUrlAction,
  SubmitAction,
} from 'adaptivecards'
import { markdownHtml } from './markdown.ts'

const colours = (name: string) => ({ default: `var(--${name})`, subtle: `var(--soft)` })
const foreground = {
  default: colours('ink'),
  dark: colours('ink'),
  light: colours('soft'),
  accent: colours('accent'),
  good: colours('good'),
  warning: colours('wait'),
  attention: colours('bad'),
}
const container = (name: string) => ({
  backgroundColor: `var(--${name})`,
  foregroundColors: foreground,
})

/** The colours of the chat: they turn with its theme. */
const hostConfig = new HostConfig({
  fontFamily: 'inherit',
  containerStyles: {
    default: container('surface'),
    emphasis: container('tint'),
    accent: container('tint'),
    good: container('good-tint'),
    warning: container('wait-tint'),
    attention: container('bad-tint'),
  },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 0 },
  actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'vertical' },
  supportsInteractivity: true,
})

/** Draws a card of an integrator's bot. What it submits goes to `submit`; links open beside the chat. */
export function drawCard(
  content: unknown,
  place: HTMLElement,
  submit: (value: unknown) => void,
): void {
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownHtml(text)
    result.didProcess = true
  }
  const card = new AdaptiveCard()
  card.hostConfig = hostConfig
  card.onExecuteAction = (action) => run(action, submit)
  card.parse(content)
  const drawn = card.render()
  if (drawn) place.append(drawn)
}

function run(action: Action, submit: (value: unknown) => void): void {
  if (action instanceof SubmitAction || action instanceof ExecuteAction) submit(action.data ?? {})
  else if (action instanceof OpenUrlAction && action.url?.startsWith('https://'))
    window.open(action.url, '_blank', 'noopener,noreferrer')
}
