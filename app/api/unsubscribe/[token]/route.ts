import { endpoint } from '@/features/endpoint';
import { unsubscribe } from '@/features/newsletter/commands';
import { unsubscribeInput } from '@/features/newsletter/input';
import { refusalPage, seeOther } from '@/lib/form-answers';

/**
 * One-click unsubscribe (RFC 8058): a mail provider posts here without cookies, and must not be redirected. The token is
 * the authority, so the request may come from anywhere. The button on our own page posts here too.
 */
export const POST = endpoint({
  input: unsubscribeInput,
  command: unsubscribe,
  anyOrigin: true,
  respond: ({ token, fromPage }) =>
    fromPage
      ? seeOther(`/newsletter/unsubscribe/${token}/done`)
      : new Response('Unsubscribed.\n', {
          headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
        }),
  refuse: refusalPage,
  maxBytes: 4 * 1024,
});

/** Somebody, or a scanner, opened the address: they get the page with the button, and nothing has changed (N2). */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  return seeOther(`/newsletter/unsubscribe/${encodeURIComponent(token)}`);
}
