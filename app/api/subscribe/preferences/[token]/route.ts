import { endpoint } from '@/features/endpoint';
import { savePreferences } from '@/features/newsletter/commands';
import { preferencesInput } from '@/features/newsletter/input';
import { networkHash } from '@/lib/client-network';
import { refusalPage, seeOther } from '@/lib/form-answers';

/** A reader's own page: what she ticked, or nothing at all. */
export const POST = endpoint({
  input: preferencesInput,
  command: savePreferences,
  also: (request) => ({ networkHash: networkHash(request) }),
  respond: ({ token }) => seeOther(`/newsletter/preferences/${token}/saved`),
  refuse: refusalPage,
  maxBytes: 16 * 1024,
});
