import { z } from 'zod';
import { endpoint } from '@/features/endpoint';
import { leave } from '@/features/users/door';
import { dropSession, sessionToken } from '@/features/users/session';

/** Ends the session of whoever asks, for programs; the desk has an action of its own. */
export const POST = endpoint({
  input: z.object({}),
  command: async (ctx) => {
    const token = await sessionToken();
    if (token) await leave(ctx.actor, token);
    await dropSession();
  },
});
