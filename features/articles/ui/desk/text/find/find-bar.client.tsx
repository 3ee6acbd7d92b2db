'use client';

import type { Editor } from '@tiptap/react';
import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useReducer, useRef, useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { controlLook } from '@/components/ui/text-field.client';
import { toast } from '@/components/ui/toast.client';
import {
  findingIn,
  findPlugin,
  findPluginKey,
  goOn,
  lookFor,
  replaceAll,
  replaceCurrent,
  selectFound,
} from './find-plugin';
import { mostMatches } from './matches';

interface FindBarProps {
  editor: Editor;
  /** Counted up each time it is asked for: an open bar takes the focus again. */
  asked: number;
  onClose: () => void;
}

/** Finds words in the story and puts others in their place. Closed, it leaves the caret on what was found last. */
export function FindBar({ editor, asked, onClose }: FindBarProps) {
  const [words, setWords] = useState(() => selectedWords(editor));
  const [by, setBy] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWords, setWholeWords] = useState(false);
  const [ready, setReady] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const { view } = editor;

  useEffect(() => {
    editor.registerPlugin(findPlugin());
    setReady(true);
    const onTransaction = () => redraw();
    editor.on('transaction', onTransaction);
    return () => {
      editor.off('transaction', onTransaction);
      editor.unregisterPlugin(findPluginKey);
    };
  }, [editor]);
  useEffect(() => {
    if (ready) lookFor(view, { words, matchCase, wholeWords });
  }, [ready, view, words, matchCase, wholeWords]);
  useEffect(() => {
    if (asked > 0) field.current?.select();
  }, [asked]);

  const close = () => {
    selectFound(view);
    onClose();
    view.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === field.current) goOn(view, event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const all = () => {
    const count = replaceAll(view, by);
    toast(count === 1 ? 'Replaced once.' : `Replaced ${count} times. Ctrl+Z takes it back.`);
  };
  const finding = findingIn(editor.state);
  const count = finding?.matches.length ?? 0;
  return (
    <search aria-label="Find in the story" className="find-bar" onKeyDown={onKeyDown}>
      <div className="find-line">
        <input
          ref={field}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          aria-label="Find"
          placeholder="Find"
          className={controlLook}
        />
        <output className="find-count">
          {words.trim() === '' ? '' : countOf(count, finding?.current ?? -1)}
        </output>
        <IconButton
          label="Match case"
          icon={<CaseSensitive />}
          aria-pressed={matchCase}
          onClick={() => setMatchCase(!matchCase)}
          className="aria-pressed:bg-sunken aria-pressed:text-accent"
        />
        <IconButton
          label="Whole words"
          icon={<WholeWord />}
          aria-pressed={wholeWords}
          onClick={() => setWholeWords(!wholeWords)}
          className="aria-pressed:bg-sunken aria-pressed:text-accent"
        />
        <IconButton
          label="The one before (Shift Enter)"
          icon={<ChevronUp />}
          disabled={count === 0}
          onClick={() => goOn(view, -1)}
        />
        <IconButton
          label="The next (Enter)"
          icon={<ChevronDown />}
          disabled={count === 0}
          onClick={() => goOn(view, 1)}
        />
        <IconButton label="Close (Esc)" icon={<X />} onClick={close} />
      </div>
      {editor.isEditable && (
        <div className="find-line">
          <input
            value={by}
            onChange={(event) => setBy(event.currentTarget.value)}
            aria-label="Replace by"
            placeholder="Replace by"
            className={controlLook}
          />
          <Button size="small" disabled={count === 0} onClick={() => replaceCurrent(view, by)}>
            Replace
          </Button>
          <Button size="small" disabled={count === 0} onClick={all}>
            All
          </Button>
        </div>
      )}
    </search>
  );
}

function countOf(count: number, current: number): string {
  if (count === 0) return 'None';
  return count < mostMatches ? `${current + 1} of ${count}` : `${current + 1} of many`;
}

/** What is selected, if it is a few words of one block: most often just what one wants to find. */
function selectedWords(editor: Editor): string {
  const { selection, doc } = editor.state;
  if (selection.empty || !selection.$from.sameParent(selection.$to)) return '';
  const words = doc.textBetween(selection.from, selection.to, '\n');
  return words.length <= 100 && !words.includes('\n') ? words : '';
}
