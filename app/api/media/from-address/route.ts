import { endpoint } from '@/features/endpoint';
import { takeFromAddressInput } from '@/features/media/address-input';
import { takeFromAddress } from '@/features/media/commands';

/**
 * Takes the picture at `address` into the library and answers with its row, as `POST /api/media` does. A route handler,
 * for a server action would draw the page anew under a writer's hands.
 */
export const POST = endpoint({
  input: takeFromAddressInput,
  command: (ctx, input) => takeFromAddress(ctx, input),
});
