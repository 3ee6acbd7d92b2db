import { submitComment } from '@/features/comments/commands';
import { submitCommentInput } from '@/features/comments/input';
import { endpoint } from '@/features/endpoint';
import { networkHash } from '@/lib/client-network';
import { refusalPage, seeOther } from '@/lib/form-answers';

/** A reader's form: kept as a pending submission, then on to its preview. */
export const POST = endpoint({
  input: submitCommentInput,
  command: submitComment,
  also: (request) => ({ networkHash: networkHash(request) }),
  respond: ({ id }) => seeOther(`/comment/${id}`),
  refuse: refusalPage,
  maxBytes: 512 * 1024,
});
