/** @jsxImportSource preact */
import { Component } from 'preact'
import type { MessageNeeds } from '../parts/message-needs.ts'
import { type Attachment, isAdaptiveCard } from '../talk/activity.ts'
import { isNotKept } from '../talk/not-kept.ts'

interface AttachedGiven {
  attachment: Attachment
  needs: MessageNeeds
}

/** A picture that came inside the message, or that the server keeps, is shown; of anything else, its name. */
export class Attached extends Component<AttachedGiven, { isGone?: boolean }> {
  override render({ attachment, needs }: AttachedGiven) {
    const { name = '' } = attachment
    const source = pictureOf(attachment, needs.server)
    if (isAdaptiveCard(attachment)) return null
    if (source && !this.state.isGone) {
      const lose = () => this.setState({ isGone: true })
      return <img class="picture" src={source} alt={name} onError={lose} />
    }
    const { file, fileLeft } = needs.tongue.words
    return name ? (
      <span class="file">{isNotKept(attachment) ? fileLeft(name) : file(name)}</span>
    ) : null
  }
}

/** Only of our own server: a message names no other place that this browser calls. */
function pictureOf({ contentType = '', contentUrl = '' }: Attachment, server: string) {
  if (contentUrl.startsWith('data:image/')) return contentUrl
  const [kept] = /\/v3\/directline\/attachments\/[a-z]+$/.exec(contentUrl) ?? []
  return kept && contentType.startsWith('image/') ? server + kept : undefined
}
