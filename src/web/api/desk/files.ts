import { z } from 'zod'
import type { FileRow } from '../../../ports/files.ts'
import { savedFile } from '../../saved-file.ts'
import { type About, adminTokenActor } from '../audited.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { type ApiOperation, notFound, OtherReply, operation } from '../operation.ts'
import { instant } from '../shapes.ts'

const path = '/api/v1/conversations/{id}/files/{fileId}'

type Params = Readonly<Record<string, string>>

/** Customers' files, for those at the desk: each look at one is noted, and each deletion. */
export function fileOperations({ store, now }: ApiDependencies): ApiOperation[] {
  const inConversation = async ({ id = '', fileId }: Params): Promise<FileRow> => {
    const found = (await store.filesOf(id)).find((file) => file.id === fileId)
    if (!found) throw notFound('file')
    return found
  }
  return [
    operation({
      method: 'GET',
      path,
      summary: 'A file that a customer sent, as it came',
      role: 'agent',
      answer: z.unknown(),
      about,
      run: async ({ params }) => {
        const file = await store.file(params.fileId ?? '')
        if (!file || file.conversationId !== params.id) throw notFound('file, or it was deleted')
        return new OtherReply(savedFile(file))
      },
    }),
    operation({
      method: 'POST',
      path: `${path}/delete`,
      summary: 'Deletes a file for good, as one that shows a card; that it was sent stays known',
      role: 'agent',
      answer: z.object({ id: z.string(), deletedAt: instant }),
      about,
      run: async ({ params, caller }) => {
        const { id, deletedAt } = await inConversation(params)
        if (deletedAt) return { id, deletedAt }
        const at = now().toISOString()
        await store.deleteFile({ id, by: caller.agentId ?? adminTokenActor, at })
        return { id, deletedAt: at }
      },
    }),
  ]
}

function about({ params }: { params: Params }): About {
  const { id, fileId = '' } = params
  return { object: `conversations/${id}`, detail: `file ${fileId}` }
}
