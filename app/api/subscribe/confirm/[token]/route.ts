import { endpoint } from '@/features/endpoint';
import { confirmSubscription } from '@/features/newsletter/commands';
import { confirmInput } from '@/features/newsletter/input';
import { networkHash } from '@/lib/client-network';
import { refusalPage, seeOther } from '@/lib/form-answers';

/** The button on the page that a confirmation mail leads to. */
export const POST = endpoint({
  input: confirmInput,
  command: confirmSubscription,
  also: (request) => ({ networkHash: networkHash(request) }),
  respond: () => seeOther('/newsletter/welcome'),
  refuse: refusalPage,
  maxBytes: 4 * 1024,
});
