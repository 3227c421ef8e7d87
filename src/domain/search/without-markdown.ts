/** Articles are Markdown; a chat bubble is plain text on every channel. */
export function withoutMarkdown(markdown: string): string {
  return markdown
    .replaceAll('**', '')
    .replace(/^[-*] /gmu, '• ')
    .replace(/^#+ /gmu, '')
}
