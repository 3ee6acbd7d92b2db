import { endpoint } from '@/features/endpoint';
import { lookup, signedOut } from '@/features/lookup';
import { uploadPicture } from '@/features/media/commands';
import { listMediaInput, uploadInput } from '@/features/media/input';
import { listMedia } from '@/features/media/queries';
import { uploadLimits } from '@/features/media/rules';
import { authorise } from '@/features/users/rules';
import { actorOfRequest } from '@/features/users/session';

/** What multipart adds around the one file. */
const wrapping = 64 * 1024;

/** A page of the library, for choosing from. */
export const GET = lookup(listMediaInput, listMedia);

/** Takes one picture, field `file`, and answers with its row. Whoever may not is told before the bytes are read. */
export const POST = endpoint({
  input: uploadInput,
  maxBytes: uploadLimits.bytes + wrapping,
  before: async (request) => {
    const actor = await actorOfRequest(request);
    if (actor.kind === 'reader') throw signedOut();
    authorise(actor, 'upload-media');
  },
  command: async (ctx, { file }) =>
    uploadPicture(ctx, { bytes: new Uint8Array(await file.arrayBuffer()), filename: file.name }),
});
