import { Extension, type Range } from '@tiptap/core';
import Suggestion, { type SuggestionProps } from '@tiptap/suggestion';
import type { TextCommand } from './text-commands';

/** What the menu at the caret shows; null when there is none. */
export interface SlashState {
  commands: TextCommand[];
  chosen: number;
  /** The caret, in pixels of the window. */
  at: { left: number; top: number; bottom: number };
  run: (command: TextCommand) => void;
}

export interface SlashOptions {
  find: (typed: string) => TextCommand[];
  show: (state: SlashState | null) => void;
}

/** A slash at the beginning of a line opens what can stand there; typing narrows it, Enter takes it, Escape leaves it. */
export const SlashCommands = Extension.create<SlashOptions>({
  name: 'slashCommands',
  addOptions: () => ({ find: () => [], show: () => {} }),
  addProseMirrorPlugins() {
    const { find, show } = this.options;
    return [
      Suggestion<TextCommand, TextCommand>({
        editor: this.editor,
        char: '/',
        allowedPrefixes: null,
        allow: ({ state, range }) => beginsLine(state.doc.resolve(range.from)),
        items: ({ query }) => find(query),
        command: ({ editor, range, props: command }) => take(editor, range, command),
        render: () => menu(show),
      }),
    ];
  },
});

type Place = ReturnType<
  Parameters<NonNullable<Parameters<typeof Suggestion>[0]['allow']>>[0]['state']['doc']['resolve']
>;

const beginsLine = (at: Place): boolean => at.parent.type.name === 'paragraph' && at.parentOffset === 0;

function take(editor: SuggestionProps['editor'], range: Range, command: TextCommand): void {
  editor.chain().focus().deleteRange(range).run();
  command.run(editor);
}

/** The life of one open menu, told to React in snapshots. */
function menu(show: SlashOptions['show']) {
  let props: SuggestionProps<TextCommand, TextCommand> | null = null;
  let chosen = 0;
  const tell = () => {
    const at = props?.clientRect?.();
    if (!props || !at || props.items.length === 0) return show(null);
    const { items, command } = props;
    show({ commands: items, chosen, at: { left: at.left, top: at.top, bottom: at.bottom }, run: command });
  };
  const open = (next: SuggestionProps<TextCommand, TextCommand>) => {
    props = next;
    chosen = Math.min(chosen, Math.max(0, next.items.length - 1));
    tell();
  };
  return {
    onStart: (next: SuggestionProps<TextCommand, TextCommand>) => {
      chosen = 0;
      open(next);
    },
    onUpdate: open,
    onExit: () => {
      props = null;
      show(null);
    },
    onKeyDown: ({ event }: { event: KeyboardEvent }) => {
      const count = props?.items.length ?? 0;
      if (!props || count === 0) return false;
      if (event.key === 'ArrowDown') chosen = (chosen + 1) % count;
      else if (event.key === 'ArrowUp') chosen = (chosen + count - 1) % count;
      else if (event.key === 'Enter' || event.key === 'Tab') {
        const command = props.items[chosen];
        if (command) props.command(command);
        return true;
      } else return false;
      tell();
      return true;
    },
  };
}
