import { endpoint } from '@/features/endpoint';
import { signedOut } from '@/features/lookup';
import { takeFromAddressInput } from '@/features/media/address-input';
import { takeFromAddress } from '@/features/media/commands';
import { actorOfRequest } from '@/features/users/session';

/**
 * Takes the file at `address` into the library and answers with its row. A route handler, for a server action would
 * draw the page anew under a writer's hands.
 */
export const POST = endpoint({
  input: takeFromAddressInput,
  command: (ctx, input) => takeFromAddress(ctx, input),
  before: async (request) => {
    if ((await actorOfRequest(request)).kind === 'reader') throw signedOut();
  },
});
