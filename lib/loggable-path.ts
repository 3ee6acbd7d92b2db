/**
 * A request's path for the log: without its query, and with whatever may be a token or an unguessable id struck out
 * (reset links, confirmations, previews). Slugs of words stay, for they are what one looks for.
 */
export const loggablePath = (target: string): string =>
  (target.split('?', 1)[0] ?? '').replace(/[\w-]{20,}/g, (part) => (isSlug(part) ? part : '…'));

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isSlug = (part: string): boolean =>
  /^[a-z0-9]{1,19}(?:-[a-z0-9]{1,19})+$/.test(part) && !uuid.test(part);
