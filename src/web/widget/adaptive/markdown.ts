/** Characters that mean something in HTML. */
const special: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** The little Markdown we let through: **bold**, _italic_ and https links. All else stays text. */
export function markdownHtml(text: string): string {
  const link = '<a href="$2" target="_blank" rel="noopener noreferrer nofollow">$1</a>'
  const html = text
    .replace(/[&<>"']/g, (character) => special[character] ?? '')
    .replace(/\[([^\]\n]+)\]\((https:\/\/[^\s)]+)\)/g, link)
    .replace(/\*\*([^*\n]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|\s)_([^_\n]+)_(?=\s|$)/g, '$1<em>$2</em>')
  return `<p>${html.replaceAll('\n', '<br>')}</p>`
}
