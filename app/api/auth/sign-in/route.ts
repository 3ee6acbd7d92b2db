import { endpoint } from '@/features/endpoint';
import { enterByPassword } from '@/features/users/door';
import { signInInput } from '@/features/users/input';
import { keepSession, requestOrigin } from '@/features/users/session';

/** Sign-in for programs: JSON in, the session cookie out; 422 for a wrong password, 429 with Retry-After for too many. */
export const POST = endpoint({
  input: signInInput,
  command: async (_ctx, { email, password }) => {
    const { token } = await enterByPassword({ email, password }, await requestOrigin());
    await keepSession(token);
  },
});
