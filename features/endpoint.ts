import type { z } from 'zod';
import { env } from '@/lib/env';
import { Forbidden, Invalid, isRefusal, type Refusal } from '@/lib/errors';
import { isOwnOrigin } from '@/lib/own-origin';
import { type Command, formObject, parseAndRun } from './parse-and-run';
import { actorOfRequest } from './users/session';

export interface EndpointOptions<S extends z.ZodType, R> {
  input: S;
  command: Command<z.output<S>, R>;
  /** Looks at the request before its body is read and throws a refusal: nobody sends megabytes only to be told no. */
  before?: (request: Request) => void | Promise<void>;
  /** Fields that do not come in the body: route parameters, a network hash, a header. They win over the body's. */
  also?: (request: Request) => Record<string, unknown> | Promise<Record<string, unknown>>;
  /** The answer to a browser or a program; JSON of the result when absent. */
  respond?: (result: R, request: Request) => Response | Promise<Response>;
  /** The answer to a refusal; JSON `{error, fields}` with its status when absent. `raw` is what was sent. */
  refuse?: (refusal: Refusal, request: Request, raw: Record<string, unknown>) => Response | Promise<Response>;
  /** Largest body taken, in bytes (64 KiB unless said). */
  maxBytes?: number;
  /** The body is not read here but handed on as it comes, as the field `body`: for files. */
  streamed?: boolean;
  /** Only where the token in the address is itself the authority (one-click unsubscribe, webhooks). */
  anyOrigin?: boolean;
}

/** Makes a route handler for POST (or PATCH, DELETE) of a command: body and size parsed once, Origin checked, refusals answered in words. */
export function endpoint<S extends z.ZodType, R>(options: EndpointOptions<S, R>) {
  const {
    input,
    command,
    before,
    also,
    respond = asJson,
    refuse = refusalAsJson,
    anyOrigin = false,
    streamed = false,
    maxBytes = 65_536,
  } = options;
  return async (
    request: Request,
    route?: { params: Promise<Record<string, string | string[]>> },
  ): Promise<Response> => {
    let raw: Record<string, unknown> = {};
    try {
      if (!anyOrigin) requireOwnOrigin(request);
      await before?.(request);
      const sent = streamed ? { body: request.body } : await readBody(request, maxBytes);
      raw = { ...sent, ...(await route?.params), ...(await also?.(request)) };
    } catch (error) {
      if (isRefusal(error)) return refuse(error, request, raw);
      throw error;
    }
    const outcome = await parseAndRun(input, command, raw, () => actorOfRequest(request));
    return outcome.ok ? respond(outcome.result, request) : refuse(outcome.refusal, request, raw);
  };
}

/**
 * Refuses a write that another site's page sent. A browser always names the Origin of a form post; one without is only
 * let through when it is not of a kind a form can send (ASVS 3.5.1).
 */
export function requireOwnOrigin(request: Pick<Request, 'headers'>): void {
  const origin = request.headers.get('origin');
  if (origin === null) {
    const type = request.headers.get('content-type') ?? '';
    if (type.startsWith('application/json') || request.headers.get('sec-fetch-site') === 'same-origin')
      return;
    throw Forbidden(
      'This form was sent without saying where it comes from. Open the page again and send it from there.',
    );
  }
  if (isOwnOrigin(origin, request.headers.get('host'), env().siteUrl)) return;
  throw Forbidden('This form was sent from another site. Open the page here and send it again.');
}

async function readBody(request: Request, maxBytes: number): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? '';
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const bytes = await readLimited(request, maxBytes);
  if (bytes.byteLength === 0) return {};
  if (type.startsWith('application/json')) {
    try {
      const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value as Record<string, unknown>;
    } catch (cause) {
      throw Invalid('The request is not valid JSON.', { cause });
    }
    throw Invalid('The request must be a JSON object.');
  }
  try {
    return formObject(await new Response(bytes, { headers: { 'content-type': type } }).formData());
  } catch (cause) {
    throw Invalid('The form arrived damaged. Send it again.', { cause });
  }
}

async function readLimited(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Uint8Array.from(Buffer.concat(chunks));
}

const tooLarge = (maxBytes: number) =>
  Invalid(`That is too large: at most ${Math.floor(maxBytes / 1024)} KB fit in one go.`);

const asJson = (result: unknown) =>
  Response.json(result ?? { ok: true }, { headers: { 'cache-control': 'no-store' } });

const refusalAsJson = (refusal: Refusal) =>
  Response.json(
    { error: refusal.message, code: refusal.code, fields: refusal.fields, detail: refusal.detail },
    {
      status: refusal.status,
      headers: {
        'cache-control': 'no-store',
        ...(refusal.retryAfterSeconds && { 'retry-after': String(refusal.retryAfterSeconds) }),
      },
    },
  );
