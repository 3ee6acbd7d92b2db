/** Whether a key belongs to a field, a dialog, a menu or a shortcut of the browser, and is no key of the page's own. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const target = event.target instanceof HTMLElement ? event.target : null;
  return (
    target?.isContentEditable === true ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target?.tagName ?? '') ||
    target?.closest('[role="dialog"], [role="menu"]') != null
  );
}
