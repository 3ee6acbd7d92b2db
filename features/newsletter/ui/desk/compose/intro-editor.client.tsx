'use client';

import type { Editor } from '@tiptap/core';
import Placeholder from '@tiptap/extension-placeholder';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { Bold, Italic, Link, List, Quote, Unlink } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover.client';
import { TextField } from '@/components/ui/text-field.client';
import type { RichText } from '@/lib/rich-text/document';
import { editorDocument } from '@/lib/rich-text/editor-document';
import { richTextExtensions } from '@/lib/rich-text/extensions';
import { safeHref } from '@/lib/rich-text/links';

interface IntroEditorProps {
  intro: RichText | null;
  onChange: (intro: RichText | null) => void;
}

/** A few words before the stories, in the same kind of text as a story: what can be pasted there can be pasted here. */
export function IntroEditor({ intro, onChange }: IntroEditorProps) {
  const labelId = useId();
  const editor = useEditor({
    extensions: [
      ...richTextExtensions(),
      Placeholder.configure({ placeholder: 'Good morning. Today in the paper…' }),
    ],
    content: intro ? editorDocument(intro) : undefined,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        class: 'min-h-24 outline-none',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelId,
        dir: 'auto',
        spellcheck: 'true',
      },
    },
    onUpdate: ({ editor: now }) => onChange(now.isEmpty ? null : (now.getJSON() as RichText)),
  });
  return (
    <div className="space-y-1">
      <p id={labelId} className="font-medium text-ink text-sm">
        Introduction <span className="font-normal text-muted">(optional)</span>
      </p>
      <div className="rounded-md border border-edge bg-raised focus-within:border-focus focus-within:outline-1 focus-within:outline-focus">
        <div
          role="toolbar"
          aria-label="Formatting of the introduction"
          className="flex flex-wrap border-rule border-b p-1"
        >
          {editor && <Tools editor={editor} />}
        </div>
        <EditorContent editor={editor} className={textLook} />
      </div>
    </div>
  );
}

/** Set as in the mail: serif, with space between paragraphs. */
const textLook = [
  'px-3 py-2 font-serif text-base leading-relaxed [&_p+p]:mt-3 [&_a]:underline [&_a]:decoration-accent',
  '[&_ul]:list-disc [&_ol]:list-decimal [&_:is(ul,ol)]:ps-6 [&_blockquote]:border-accent [&_blockquote]:border-s-2 [&_blockquote]:ps-3',
  '[&_.is-editor-empty:first-child]:before:pointer-events-none [&_.is-editor-empty:first-child]:before:float-start [&_.is-editor-empty:first-child]:before:h-0 [&_.is-editor-empty:first-child]:before:text-muted [&_.is-editor-empty:first-child]:before:content-[attr(data-placeholder)]',
].join(' ');

function Tools({ editor }: { editor: Editor }) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bulletList: now.isActive('bulletList'),
      blockquote: now.isActive('blockquote'),
      link: now.isActive('link'),
    }),
  });
  const run = () => editor.chain().focus();
  return (
    <>
      <Tool label="Bold" keys="Ctrl+B" on={on.bold} icon={<Bold />} press={() => run().toggleBold().run()} />
      <Tool
        label="Italic"
        keys="Ctrl+I"
        on={on.italic}
        icon={<Italic />}
        press={() => run().toggleItalic().run()}
      />
      <LinkTool editor={editor} on={on.link} />
      <Tool
        label="Bulleted list"
        keys="Ctrl+Shift+8"
        on={on.bulletList}
        icon={<List />}
        press={() => run().toggleBulletList().run()}
      />
      <Tool
        label="Quote"
        keys="Ctrl+Shift+B"
        on={on.blockquote}
        icon={<Quote />}
        press={() => run().toggleBlockquote().run()}
      />
    </>
  );
}

const toolLook =
  'grid size-8 shrink-0 cursor-pointer place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink aria-pressed:bg-sunken aria-pressed:text-accent pointer-coarse:size-11 [&_svg]:size-4';

interface ToolProps {
  label: string;
  keys: string;
  on: boolean;
  icon: ReactNode;
  press: () => void;
}

const Tool = ({ label, keys, on, icon, press }: ToolProps) => (
  <button
    type="button"
    aria-label={label}
    aria-pressed={on}
    title={`${label} (${keys})`}
    // The press must not take the selection out of the text.
    onMouseDown={(event) => event.preventDefault()}
    onClick={press}
    className={toolLook}
  >
    {icon}
  </button>
);

function LinkTool({ editor, on }: { editor: Editor; on: boolean }) {
  const [open, setOpen] = useState(false);
  const [href, setHref] = useState('');
  const [error, setError] = useState<string>();
  const show = (next: boolean) => {
    setHref(String(editor.getAttributes('link').href ?? ''));
    setError(undefined);
    setOpen(next);
  };
  const apply = () => {
    const safe = safeHref(href.trim());
    if (safe === null)
      return setError('Not an address that can be linked. It begins with https:// or mailto:.');
    const chain = editor.chain().focus();
    if (editor.state.selection.empty && !on)
      chain
        .insertContent({ type: 'text', text: href.trim(), marks: [{ type: 'link', attrs: { href: safe } }] })
        .run();
    else chain.extendMarkRange('link').setLink({ href: safe }).run();
    setOpen(false);
  };
  return (
    <Popover open={open} onOpenChange={show}>
      <PopoverTrigger aria-label="Link" aria-pressed={on} title="Link" className={toolLook}>
        <Link />
      </PopoverTrigger>
      <PopoverContent>
        <form
          className="w-64 space-y-3 p-2"
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            apply();
          }}
        >
          <TextField
            label="Address"
            name=""
            value={href}
            error={error}
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
            onChange={(event) => setHref(event.currentTarget.value)}
          />
          <div className="flex justify-end gap-2">
            {on && (
              <Button
                variant="quiet"
                icon={<Unlink />}
                onClick={() => {
                  editor.chain().focus().extendMarkRange('link').unsetLink().run();
                  setOpen(false);
                }}
              >
                Remove
              </Button>
            )}
            <Button type="submit" variant="primary">
              Set link
            </Button>
          </div>
        </form>
      </PopoverContent>
    </Popover>
  );
}
