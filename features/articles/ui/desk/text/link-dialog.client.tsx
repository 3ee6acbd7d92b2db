'use client';

import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { openCommands } from '@/components/ui/command-palette.client';
import { Dialog, DialogContent, DialogFooter, DialogTitle } from '@/components/ui/dialog.client';
import { TextField } from '@/components/ui/text-field.client';
import { safeHref } from '@/lib/rich-text/links';
import { isShortcut } from '@/lib/shortcuts';

interface LinkDialogProps {
  editor: Editor;
  onClose: () => void;
}

/** Sets, changes or takes away the link at the selection; without a selection it asks for the words, too. */
export function LinkDialog({ editor, onClose }: LinkDialogProps) {
  const [existing] = useState(() => String(editor.getAttributes('link').href ?? ''));
  const needsWords = editor.state.selection.empty && existing === '';
  const [href, setHref] = useState(existing);
  const [words, setWords] = useState('');
  const [error, setError] = useState<string>();
  const close = () => {
    onClose();
    // After the dialog has given the focus back.
    setTimeout(() => editor.commands.focus(), 0);
  };
  const apply = () => {
    const safe = safeHref(asAddress(href));
    if (safe === null)
      return setError(
        'Not an address that can be linked. It begins with https://, mailto:, tel: or a slash.',
      );
    const mark = { type: 'link', attrs: { href: safe } };
    const chain = editor.chain();
    if (needsWords) chain.insertContent({ type: 'text', text: words.trim() || href.trim(), marks: [mark] });
    else chain.extendMarkRange('link').setLink({ href: safe });
    chain.run();
    close();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && close()}>
      <DialogContent
        width="small"
        onCloseAutoFocus={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (!isShortcut('everywhere.commands', event)) return;
          // The same key once more: what was meant was the palette. It opens over the text, and gives the caret back.
          event.preventDefault();
          event.nativeEvent.stopImmediatePropagation();
          onClose();
          // When the dialog has let go of the focus: the palette gives it back to where it was.
          setTimeout(() => {
            editor.view.focus();
            openCommands();
          }, 50);
        }}
      >
        <DialogTitle>Link</DialogTitle>
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            // The dialog is drawn elsewhere, but its events rise to the form around the editor.
            event.stopPropagation();
            apply();
          }}
        >
          <TextField
            label="Address"
            name=""
            value={href}
            error={error}
            autoFocus
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://"
            onChange={(event) => {
              setHref(event.currentTarget.value);
              setError(undefined);
            }}
          />
          {needsWords && (
            <TextField
              label="Words"
              name=""
              optional
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              hint="What readers see; the address itself when left empty."
            />
          )}
          <DialogFooter>
            {existing && (
              <Button
                variant="quiet"
                onClick={() => {
                  editor.chain().extendMarkRange('link').unsetLink().run();
                  close();
                }}
              >
                Take the link away
              </Button>
            )}
            <Button type="submit" variant="primary">
              {existing ? 'Change link' : 'Set link'}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

/** An address as people type it: `example.org/x` is meant as https, `a@b.c` as mail. */
const asAddress = (typed: string): string => {
  const text = typed.trim();
  return /^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(text) ? `mailto:${text}` : text;
};
