'use client';

import type { Editor } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import { FormatButtons } from './format-buttons.client';

interface FormatBubbleProps {
  editor: Editor;
  onLink: () => void;
}

/** What can be done with the words that are selected, over them. */
export const FormatBubble = ({ editor, onLink }: FormatBubbleProps) => (
  <BubbleMenu
    editor={editor}
    role="toolbar"
    aria-label="Formatting of the selection"
    className="bubble-tools"
    options={{ placement: 'top', offset: 8 }}
    shouldShow={({ editor: now, from, to }) => from !== to && !withoutForm.some((name) => now.isActive(name))}
  >
    <FormatButtons editor={editor} onLink={onLink} />
  </BubbleMenu>
);

/** What bold, links and lists can do nothing to. */
const withoutForm = ['figure', 'gallery', 'embed', 'storyCard', 'footnote', 'codeBlock', 'unknown'];
