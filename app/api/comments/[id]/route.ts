import { postComment } from '@/features/comments/commands';
import { postCommentInput } from '@/features/comments/input';
import { endpoint } from '@/features/endpoint';
import { networkHash } from '@/lib/client-network';
import { refusalPage, seeOther } from '@/lib/form-answers';

/** The preview's button: decides once, then on to the receipt. */
export const POST = endpoint({
  input: postCommentInput,
  command: postComment,
  also: (request) => ({ networkHash: networkHash(request) }),
  respond: ({ id }) => seeOther(`/comment/${id}`),
  refuse: refusalPage,
});
