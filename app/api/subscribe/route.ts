import { endpoint } from '@/features/endpoint';
import { signUp } from '@/features/newsletter/commands';
import { signUpInput } from '@/features/newsletter/input';
import { networkHash } from '@/lib/client-network';
import { refusalPage, seeOther } from '@/lib/form-answers';

/** The newsletter box: the same answer for every address (N1). */
export const POST = endpoint({
  input: signUpInput,
  command: signUp,
  also: (request) => ({ networkHash: networkHash(request) }),
  respond: () => seeOther('/newsletter/check-your-mail'),
  refuse: refusalPage,
  maxBytes: 16 * 1024,
});
