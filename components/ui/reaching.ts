import type { FormAnswer } from './form-answer';

/**
 * Awaits what a server action answers. A server that cannot be reached, that broke or that was renewed meanwhile is a
 * refusal with a sentence: thrown into a page, it would put an error in the place of everything typed there.
 */
export async function reach<R>(asking: Promise<FormAnswer<R>>): Promise<FormAnswer<R>> {
  try {
    return await asking;
  } catch (error) {
    const sentence = whyUnreached(error);
    return {
      ...{ status: 'refused', code: 'unavailable', sentence },
      ...{ fields: {}, detail: undefined, values: {} },
    };
  }
}

/** What somebody is told of a failed call to the server. Throws what Next steers by: a redirect is no failure. */
export function whyUnreached(error: unknown): string {
  const { name, digest } = Object(error) as { name?: unknown; digest?: unknown };
  if (typeof digest === 'string' && digest.startsWith('NEXT_')) throw error;
  if (name === 'UnrecognizedActionError')
    return 'Broadsheet was renewed since this page was opened. Copy what you typed, reload the page and do it again.';
  return typeof digest === 'string'
    ? 'Something went wrong in Broadsheet, and its log says what. Nothing you typed is lost; try again, or tell an administrator.'
    : 'The server did not answer, so this may not have been done. Nothing you typed is lost; try again once you are connected.';
}
