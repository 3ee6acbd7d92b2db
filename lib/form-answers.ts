import type { Refusal } from './errors';
import { escapeHtml } from './html';

/** After a form's POST: go and look there, by GET. Relative, so that no Host header has a say in it. */
export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });

/**
 * A refusal for a browser without scripts: a plain page with the sentence, its status and a way back. What was typed is
 * still in the form that the Back key shows.
 */
export function refusalPage(refusal: Refusal): Response {
  const fields = Object.values(refusal.fields).filter((sentence) => sentence !== refusal.message);
  const list =
    fields.length > 0
      ? `<ul>${fields.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('')}</ul>`
      : '';
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>That did not work</title><main><h1>That did not work</h1><p>${escapeHtml(refusal.message)}</p>${list}<p>What you typed is still in the form: go back one page, change it and send it again. Or go to the <a href="/">front page</a>.</p></main></html>`;
  return new Response(html, {
    status: refusal.status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...(refusal.retryAfterSeconds && { 'retry-after': String(refusal.retryAfterSeconds) }),
    },
  });
}
