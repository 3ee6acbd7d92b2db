import type { ReactElement } from 'react';
import { plainTextOf } from './plain-text';

/**
 * A mail template as a whole HTML document, and the same words as plain text (`plainTextOf`). react-dom/server is
 * imported when it runs: a static import in a route handler fails Next's build.
 */
export async function renderMail(element: ReactElement): Promise<{ html: string; text: string }> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const html = `<!doctype html>${renderToStaticMarkup(element)}`;
  return { html, text: plainTextOf(html) };
}
