/** A file as Direct Line takes it: the activity first, then the file. */
export function uploadForm(file: File, key: string): FormData {
  const attachments = [{ name: file.name, contentType: file.type }]
  const activity = { type: 'message', attachments, channelData: { clientActivityID: key } }
  const form = new FormData()
  const type = 'application/vnd.microsoft.activity'
  form.append('activity', new Blob([JSON.stringify(activity)], { type }), 'blob')
  form.append('file', file, file.name)
  return form
}
