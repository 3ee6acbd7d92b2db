import { createHash, randomBytes } from 'node:crypto';
import type { NextAuthOptions } from 'next-auth';
import { database } from '@/db/client';
import { type Actor, readContext } from '@/db/context';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { sessionCookieName, sessionCookieOptions } from '@/lib/session-cookie';
import { signIn, signOut } from './commands';
import type { Origin } from './commands/open-session';

/**
 * The one place that knows next-auth. It runs the sign-in protocol; what the cookie says is ours: an opaque random id
 * (`jwt.encode` passes it through, no JWT is ever made), and the row behind it decides (queries.findActor).
 * Providers that redirect (OpenID Connect) join the list below.
 */

/** Lets somebody in by address and password; gives the value of the session cookie. Throws what `signIn` throws. */
export async function enterByPassword(
  typed: { email: string; password: string },
  from: Origin,
): Promise<{ token: string }> {
  const cookies = await askNextAuth(['callback', 'password'], typed, (provide) => ({
    authorize: () => provide(signIn(readContext(database(), { kind: 'reader' }), { ...typed, ...from })),
  }));
  const token = cookies.get(sessionCookieName());
  if (!token) throw new Error('next-auth gave no session cookie');
  return { token };
}

/** Ends the session behind a cookie. */
export async function leave(actor: Actor, token: string): Promise<void> {
  await askNextAuth(['signout'], { sessionToken: token }, (provide) => ({
    signOut: () => provide(signOut(readContext(database(), actor), { token })),
  }));
}

type Provide = <T>(work: Promise<T>) => Promise<T>;
interface Parts {
  authorize?: () => Promise<{ token: string; userId: number }>;
  signOut?: () => Promise<void>;
}

/**
 * One request to next-auth, as its handler for Node would get it; gives the cookies it sets. Errors of ours are carried
 * round it, because it turns them into words in an address. Origin was checked by Next's action or by `endpoint`, so the
 * double-submit token next-auth asks for is made here.
 */
async function askNextAuth(
  nextauth: string[],
  body: Record<string, string>,
  parts: (provide: Provide) => Parts,
): Promise<Map<string, string>> {
  const { authSecret } = env();
  const failure: { error?: unknown } = {};
  const provide: Provide = (work) =>
    work.catch((error) => {
      failure.error = error;
      throw error;
    });
  const csrfToken = randomBytes(32).toString('hex');
  const csrfHash = createHash('sha256').update(`${csrfToken}${authSecret}`).digest('hex');
  const cookies = {
    [csrfCookie]: `${csrfToken}|${csrfHash}`,
    ...(body.sessionToken && { [sessionCookieName()]: body.sessionToken }),
  };
  const answer = new Answer();
  // next-auth reads NEXTAUTH_URL when it loads, so it loads after `env()` has set it; and only where somebody signs in.
  const { default: nextAuth } = await import('next-auth');
  const handle = nextAuth as unknown as NodeHandler;
  await handle(
    { method: 'POST', query: { nextauth }, body: { ...body, csrfToken }, cookies, headers: {} },
    answer,
    optionsWith(parts(provide)),
  );
  if (failure.error) throw failure.error;
  return answer.cookies();
}

/** next-auth's handler for Node, in the parts of request and response that it uses. */
type NodeHandler = (
  request: {
    method: 'POST';
    query: { nextauth: string[] };
    body: Record<string, string>;
    cookies: Record<string, string>;
    headers: Record<string, string>;
  },
  answer: Answer,
  options: NextAuthOptions,
) => Promise<void>;

const csrfCookie = 'broadsheet-csrf';

function optionsWith({ authorize, signOut }: Parts): NextAuthOptions {
  return {
    secret: env().authSecret,
    session: { strategy: 'jwt', maxAge: sessionCookieOptions().maxAge },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() },
      csrfToken: { name: csrfCookie, options: sessionCookieOptions() },
    },
    pages: { signIn: '/admin/login', error: '/admin/login' },
    providers: [
      {
        id: 'password',
        name: 'Password',
        type: 'credentials',
        credentials: {},
        authorize: async () => {
          const entered = await authorize?.();
          return entered ? { id: String(entered.userId), sessionToken: entered.token } : null;
        },
      },
    ],
    jwt: {
      encode: async ({ token }) => String(token?.sessionToken ?? ''),
      decode: async ({ token }) => (token ? { sessionToken: token } : null),
    },
    callbacks: {
      jwt: ({ token, user }) =>
        'sessionToken' in user ? { ...token, sessionToken: user.sessionToken } : token,
    },
    events: { signOut: async () => signOut?.() },
    logger: {
      error: (code) => log().debug({ code }, 'next-auth'),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** What next-auth's Node handler writes to, as far as it does. */
class Answer {
  readonly #headers = new Map<string, unknown>();
  getHeader = (name: string) => this.#headers.get(name.toLowerCase());
  setHeader = (name: string, value: unknown) => {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  };
  status = () => this;
  json = () => undefined;
  send = () => undefined;
  end = () => undefined;

  cookies(): Map<string, string> {
    const set = this.getHeader('set-cookie');
    const pairs = (Array.isArray(set) ? set.map(String) : []).map((cookie) => {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))] as const;
    });
    return new Map(pairs);
  }
}
