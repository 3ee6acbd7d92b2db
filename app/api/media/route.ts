import { endpoint } from '@/features/endpoint';
import { uploadPicture } from '@/features/media/commands';
import { uploadInput } from '@/features/media/input';
import { uploadLimits } from '@/features/media/rules';
import { authorise } from '@/features/users/rules';
import { actorOfRequest } from '@/features/users/session';

/** What multipart adds around the one file. */
const wrapping = 64 * 1024;

/** Takes one picture, field `file`, and answers with its row. Whoever may not is told before the bytes are read. */
export const POST = endpoint({
  input: uploadInput,
  maxBytes: uploadLimits.bytes + wrapping,
  before: async (request) => authorise(await actorOfRequest(request), 'upload-media'),
  command: async (ctx, { file }) =>
    uploadPicture(ctx, { bytes: new Uint8Array(await file.arrayBuffer()), filename: file.name }),
});
