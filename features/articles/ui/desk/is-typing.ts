import { isTyping as isTypingIn } from '@/lib/shortcuts';

/** Whether a key belongs to a field, a dialog, a menu or a shortcut of the browser, and is no key of the page's own. */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTypingIn(event.target);
