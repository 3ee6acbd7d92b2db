import { z } from 'zod';
import { line } from './shapes';

const wrong =
  'Write an address of this paper that begins with /, or one elsewhere that begins with https://.';

/**
 * Where a menu or the breaking bar may lead: a path of our own, or an https address elsewhere. Anything that a browser
 * could take for more (`javascript:`, `//elsewhere`, a name and password before the host) is refused.
 */
export const publicLink = line(500).pipe(z.string().refine(isPublicLink, wrong));

function isPublicLink(text: string): boolean {
  if (text.startsWith('/'))
    return /^\/(?![/\\])[^\s\\]*$/.test(text) && URL.canParse(text, 'https://paper.example');
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  return (
    protocol === 'https:' && username === '' && password === '' && hostname.includes('.') && !/\s/.test(text)
  );
}
