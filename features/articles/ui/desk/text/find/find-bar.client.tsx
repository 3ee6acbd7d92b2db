'use client';

import type { EditorView } from '@tiptap/pm/view';
import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useReducer, useRef, useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { controlLook } from '@/components/ui/text-field.client';
import { toast } from '@/components/ui/toast.client';
import { isShortcut } from '@/lib/shortcuts';
import {
  countOf,
  findingIn,
  findPlugin,
  findPluginKey,
  goOn,
  lookFor,
  lookThrough,
  type Replaced,
  replaceAll,
  replaceCurrent,
} from './find-plugin';
import { beginning, selectFound } from './found-place';
import { HeadMarks } from './head-marks';
import { fieldNames, type Head } from './head-step';
import { type HeadHistoryProps, type TakeBack, useHeadHistory } from './use-head-history.client';

interface FindBarProps extends HeadHistoryProps {
  /** Counted up each time it is asked for: an open bar takes the focus again. 0 while it is closed. */
  asked: number;
  onClose: () => void;
}

/**
 * Finds words in headline, standfirst and text, and puts others in their place. What was replaced in one go is one step of
 * the text's undo, the head included; so it goes on listening when it is closed.
 */
export function FindBar(props: FindBarProps) {
  const done = useHeadHistory(props);
  return props.asked > 0 && <OpenBar {...props} onReplaced={done} />;
}

interface OpenBarProps extends FindBarProps {
  onReplaced: (before: Head) => TakeBack;
}

/** Closed, it leaves the caret on what was found last. */
function OpenBar({ editor, head, fields, asked, onReplaced, onClose }: OpenBarProps) {
  const { view } = editor;
  const [from] = useState(() => beginning(editor, fields));
  const [words, setWords] = useState(from.words);
  const [by, setBy] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWords, setWholeWords] = useState(false);
  const [ready, setReady] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const byField = useRef<HTMLInputElement>(null);
  const takeBack = useRef<TakeBack | null>(null);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [shown, show] = useReducer((n: number) => n + 1, 0);
  const finding = findingIn(editor.state);

  const first = useRef(head);
  useEffect(() => {
    editor.registerPlugin(findPlugin(first.current));
    setReady(true);
    const onTransaction = () => redraw();
    editor.on('transaction', onTransaction);
    return () => {
      editor.off('transaction', onTransaction);
      editor.unregisterPlugin(findPluginKey);
    };
  }, [editor]);
  useEffect(() => {
    if (!ready) return;
    lookFor(view, { words, matchCase, wholeWords }, from.spot());
    show();
  }, [ready, view, words, matchCase, wholeWords, from]);
  useEffect(() => {
    const before = findingIn(view.state)?.head;
    if (before && (before.title !== head.title || before.standfirst !== head.standfirst))
      lookThrough(view, head);
  }, [view, head]);
  useEffect(() => {
    if (shown > 0) document.querySelector('.found-now')?.scrollIntoView({ block: 'center' });
  }, [shown]);
  useEffect(() => {
    if (asked > 0) field.current?.select();
  }, [asked]);

  const go = (step: 1 | -1) => {
    goOn(view, step);
    show();
  };
  const close = () => {
    const now = findingIn(editor.state);
    onClose();
    selectFound(view, fields, now);
  };
  const replace = (by: (view: EditorView) => Replaced, all = false) => {
    const before = findingIn(editor.state)?.head ?? head;
    const { count, tooLong } = by(view);
    show();
    if (tooLong.length > 0)
      toast.error(`The ${tooLong.map((name) => fieldNames[name]).join(' and the ')} would become too long.`);
    if (count === 0) return;
    // The buttons go out when nothing is left; the keyboard stays in the bar.
    if (findingIn(editor.state)?.matches.length === 0) byField.current?.focus();
    const undo = onReplaced(before);
    takeBack.current = undo;
    if (all)
      toast(count === 1 ? 'Replaced once.' : `Replaced ${count} times.`, {
        action: {
          label: 'Undo',
          onClick: () => {
            if (!undo()) toast('You went on since: Ctrl+Z in the text takes back step by step.');
          },
        },
      });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === field.current) go(event.shiftKey ? -1 : 1);
    // Right after replacing, the keys mean that, and not the words typed in the bar.
    else if (!isShortcut('editor.undo', event.nativeEvent) || !takeBack.current?.()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const typed = (put: (words: string) => void) => (event: { currentTarget: HTMLInputElement }) => {
    takeBack.current = null;
    put(event.currentTarget.value);
  };
  const none = !finding || finding.matches.length === 0;
  const current = finding?.matches[finding.current];
  return (
    <search aria-label="Find in the story" className="find-bar" onKeyDown={onKeyDown}>
      <div className="find-line">
        <input
          ref={field}
          value={words}
          onChange={typed(setWords)}
          aria-label="Find"
          placeholder="Find"
          className={controlLook}
        />
        <output className="find-count">
          {finding && words.trim() !== '' && countOf(finding)}
          {current?.in === 'head' && <span className="sr-only"> in the {fieldNames[current.field]}</span>}
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
          disabled={none}
          onClick={() => go(-1)}
        />
        <IconButton label="The next (Enter)" icon={<ChevronDown />} disabled={none} onClick={() => go(1)} />
        <IconButton label="Close (Esc)" icon={<X />} onClick={close} />
      </div>
      {editor.isEditable && (
        <div className="find-line">
          <input
            value={by}
            ref={byField}
            onChange={typed(setBy)}
            aria-label="Replace by"
            placeholder="Replace by"
            className={controlLook}
          />
          <Button size="small" disabled={none} onClick={() => replace((now) => replaceCurrent(now, by))}>
            Replace
          </Button>
          <Button size="small" disabled={none} onClick={() => replace((now) => replaceAll(now, by), true)}>
            All
          </Button>
        </div>
      )}
      {finding && <HeadMarks finding={finding} fields={fields} />}
    </search>
  );
}
