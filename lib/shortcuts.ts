/**
 * Every key of the desk, once: what listens, what tooltips and menus show, and the list under `?` all read it here. What
 * they do stands in `shortcut-words`, which is fetched with that list.
 * `Mod` is Ctrl, and Cmd on a Mac.
 */
export const shortcuts = {
  everywhere: {
    commands: 'Mod K',
    help: '?',
    helpWhileTyping: 'Mod /',
  },
  stories: {
    begin: 'n',
    search: '/',
    next: 'j',
    previous: 'k',
    open: 'o',
    choose: 'x',
    chooseRange: 'Shift X',
    chooseNone: 'Escape',
  },
  editor: {
    save: 'Mod S',
    preview: 'Mod P',
    publish: 'Mod Shift Enter',
    settings: 'Mod .',
    notes: 'Mod ;',
    share: 'Mod Shift L',
    correct: 'Mod Shift K',
    find: 'Mod F',
    focus: 'Mod Shift F',
    undo: 'Mod Z',
  },
  text: {
    insert: '/',
    link: 'Mod K',
    bold: 'Mod B',
    italic: 'Mod I',
    heading: 'Mod Alt 2',
    quote: 'Mod Shift B',
    list: 'Mod Shift 8',
    numbered: 'Mod Shift 7',
    footnote: 'Mod Alt F',
    up: 'Alt ArrowUp',
    down: 'Alt ArrowDown',
    crossUp: 'Alt Shift ArrowUp',
    crossDown: 'Alt Shift ArrowDown',
    double: 'Mod Alt D',
    takeOut: 'Mod Alt Backspace',
  },
  history: {
    next: 'n',
    previous: 'p',
  },
  places: {
    up: 'Alt ArrowUp',
    down: 'Alt ArrowDown',
    takeOut: 'Delete',
    undo: 'Mod Z',
    redo: 'Mod Shift Z',
  },
  planning: {
    lift: 'Space',
    carry: '← → ↑ ↓',
    putBack: 'Escape',
  },
  comments: {
    next: 'j',
    previous: 'k',
    approved: 'a',
    spam: 's',
    deleted: 'd',
    held: 'h',
    choose: 'x',
    undo: 'u',
  },
  notices: {
    next: 'j',
    previous: 'k',
    read: 'm',
    allRead: 'Shift M',
  },
} as const satisfies Record<string, Record<string, string>>;

type Groups = typeof shortcuts;
export type Shortcut = {
  [G in keyof Groups & string]: `${G}.${keyof Groups[G] & string}`;
}[keyof Groups & string];

/** The keys of a shortcut as menus and tooltips show them: `Ctrl Shift F`, `Alt ↑`. */
export const keysOf = (name: Shortcut): string =>
  keySpec(name).replace('Mod', 'Ctrl').replace('ArrowUp', '↑').replace('ArrowDown', '↓');

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether these are the keys of a shortcut. Shift counts where a letter or Enter is meant, not where a sign needs it. */
export function isShortcut(name: Shortcut, event: Pressed): boolean {
  const parts = keySpec(name).split(' ');
  const key = parts.at(-1)?.toLowerCase() ?? '';
  const wantsShift = parts.includes('Shift');
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  return (
    event.key.toLowerCase() === key &&
    (event.ctrlKey || event.metaKey) === parts.includes('Mod') &&
    event.altKey === parts.includes('Alt') &&
    (isSign || event.shiftKey === wantsShift)
  );
}

/** Whether keys without Ctrl are meant as text, or for a dialog or menu that is open. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)) return true;
  if (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type))
    return true;
  return target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

function keySpec(name: Shortcut): string {
  const [group, key] = name.split('.') as [keyof Groups, string];
  const keys: Record<string, string> = shortcuts[group];
  return keys[key] ?? '';
}
