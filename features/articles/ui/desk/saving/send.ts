import type { SavePayload } from './content';
import type { SaveAnswer, Theirs } from './saver';

interface Answered {
  revisionId?: number;
  slug?: string;
  savedAt?: string;
  error?: string;
  code?: string;
  fields?: Record<string, string>;
  detail?: { theirs?: Theirs; signedOut?: boolean; suggestion?: string; writer?: { name: string } };
}

const timeoutMs = 30_000;
/** What a request may carry that outlives its page (Fetch standard: 64 KiB for all such requests together). */
export const leavingBytes = 60_000;

const kept = 'What you type is kept on this device.';

/**
 * Sends one text to be saved and says how that went; never throws. `leaving` lets the request outlive the page. The
 * server is told who typed, so that nothing is saved in the name of whoever signed in since.
 */
export async function sendDraft(
  text: SavePayload,
  {
    articleId,
    baseRevisionId,
    userId,
    leaving,
  }: { articleId: number; baseRevisionId: number; userId: number; leaving: boolean },
): Promise<SaveAnswer> {
  const body = JSON.stringify({ ...text, baseRevisionId, typedBy: userId });
  const outlives = new Blob([body]).size <= leavingBytes;
  if (leaving && !outlives) return away('The page was left before it was saved.');
  try {
    const response = await fetch(`/api/articles/${articleId}/draft`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: outlives,
      signal: leaving ? undefined : AbortSignal.timeout(timeoutMs),
    });
    const answered = (await response.json()) as Answered;
    return read(response.status, answered);
  } catch {
    return away(navigator.onLine ? 'The server does not answer.' : 'You are offline.');
  }
}

function read(status: number, { revisionId, slug, savedAt, error, fields, detail }: Answered): SaveAnswer {
  if (status === 200 && revisionId && savedAt)
    return { kind: 'saved', revisionId, slug: slug ?? '', savedAt: new Date(savedAt) };
  if (status === 409 && detail?.theirs)
    return {
      kind: 'conflict',
      sentence: error ?? 'Somebody saved this article meanwhile.',
      theirs: detail.theirs,
    };
  if (detail?.writer) return { kind: 'taken', sentence: error ?? 'Somebody else writes now.' };
  if (detail?.signedOut) return { kind: 'signed-out', sentence: error ?? 'You are signed out.' };
  if (status === 429 || status >= 500 || !error) return away(error ?? 'The server cannot save just now.');
  return { kind: 'refused', sentence: error, fields: fields ?? {}, suggestion: detail?.suggestion ?? null };
}

const away = (sentence: string): SaveAnswer => ({
  kind: 'away',
  sentence: sentence.includes(kept) ? sentence : `${sentence} ${kept}`,
});
