'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type JournalRecord, journalKey, putRecord, removeRecord } from '@/lib/draft-journal';
import type { RichText } from '@/lib/rich-text/document';
import type { Draft } from '../../../queries/draft';
import { type EditorContent, isSameText, toPayload } from './content';
import { JournalKeeper } from './journal-keeper';
import { holdLoad, lookBack, type SentDraft } from './look-back';
import { Saver, type SaveState } from './saver';
import { leavingBytes, sendDraft } from './send';

/** All that a writer changes but the text itself, which lives in the editor. */
export type Fields = Omit<EditorContent, 'body'>;

export interface TextAccess {
  read: () => RichText;
  replace: (body: RichText) => void;
}

export interface Saving {
  fields: Fields;
  change: (part: Partial<Fields>) => void;
  /** The text in the editor has changed. */
  edited: () => void;
  state: SaveState;
  /** The browser keeps no copy: a private window, a full disk. */
  journalBroken: boolean;
  saver: Saver;
  /** The whole text as it stands. */
  content: () => EditorContent;
  /** Typed here before and never saved: to be offered. */
  leftBehind: JournalRecord<EditorContent> | null;
  restore: () => Promise<void>;
  discard: () => Promise<void>;
  /** Puts what the server has into the editor. */
  adopt: (draft: SentDraft) => void;
  newest: SentDraft | null;
  /** Of this very opening of the page. */
  loadId: string;
  /**
   * Saves what there is to save or, where that is refused, keeps it on the device, to be offered. Gives whether something
   * was kept so; the editor may be given another text then.
   */
  setAside: () => Promise<boolean>;
}

interface SavingOptions {
  draft: Draft;
  userId: number;
  text: RefObject<TextAccess | null>;
}

/** Keeps what is typed: on the server by autosave, on the device by the journal, across everything that can go wrong. */
export function useSaving({ draft, userId, text }: SavingOptions): Saving {
  const { articleId } = draft;
  const [fields, setFields] = useState<Fields>(() => fieldsOf(draft));
  const newestFields = useRef(fields);
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: draft.savedAt });
  const [journalBroken, setJournalBroken] = useState(false);
  const [loadId] = useState(newLoadId);
  const put = useCallback((next: Fields) => {
    newestFields.current = next;
    setFields(next);
  }, []);
  const content = useCallback(
    (): EditorContent => ({
      ...newestFields.current,
      body: text.current?.read() ?? draft.content.body,
    }),
    [text, draft],
  );
  const read = useRef(content);
  read.current = content;

  const [{ saver, keeper }] = useState(() => {
    const saver: Saver = new Saver({
      baseRevisionId: draft.revisionId,
      savedAt: draft.savedAt,
      read: () => toPayload(read.current()),
      send: (payload, baseRevisionId, leaving) =>
        sendDraft(payload, { articleId, baseRevisionId, userId, leaving }),
      isSame: isSameText,
      onState: setState,
      onSaved: ({ slug }, whole) => {
        if (!newestFields.current.slugIsChosen) put({ ...newestFields.current, slug });
        if (whole) void keeper.settled();
      },
    });
    const keeper: JournalKeeper = new JournalKeeper({
      read: () => ({
        key: journalKey(userId, articleId, loadId),
        userId,
        articleId,
        loadId,
        baseRevisionId: saver.revisionId,
        content: read.current(),
        at: Date.now(),
      }),
      put: putRecord,
      remove: removeRecord,
      onTrouble: setJournalBroken,
    });
    return { saver, keeper };
  });

  const edited = useCallback(() => {
    saver.edited();
    keeper.edited();
  }, [saver, keeper]);
  const change = useCallback(
    (part: Partial<Fields>) => {
      put({ ...newestFields.current, ...part });
      edited();
    },
    [put, edited],
  );
  const adopt = useCallback(
    (sent: SentDraft) => {
      put(fieldsOf(sent));
      text.current?.replace(sent.content.body);
      saver.replaced(sent.revisionId, new Date(sent.savedAt));
      void keeper.settled();
    },
    [put, text, saver, keeper],
  );

  const { left, newest, drop, offer } = useLookBack({
    userId,
    articleId,
    loadId,
    saver,
    adopt,
    opened: draft.revisionId,
  });
  const leftBehind = left[0] ?? null;
  const restore = useCallback(async () => {
    if (!leftBehind) return;
    const { body, ...rest } = leftBehind.content;
    text.current?.replace(body);
    put(rest);
    saver.edited();
    await keeper.write();
    await drop(leftBehind);
    void saver.flush();
  }, [leftBehind, text, put, saver, keeper, drop]);
  const setAside = useCallback(async (): Promise<boolean> => {
    if (await saver.flush()) return false;
    if (saver.state.kind === 'conflict') return false;
    const asideId = newLoadId();
    const record = {
      key: journalKey(userId, articleId, asideId),
      userId,
      articleId,
      loadId: asideId,
      baseRevisionId: saver.revisionId,
      content: read.current(),
      at: Date.now(),
    };
    // A browser that keeps nothing still offers it for as long as the page stands.
    await putRecord(record).catch(() => setJournalBroken(true));
    offer(record);
    return true;
  }, [saver, userId, articleId, offer]);
  const discard = useCallback(async () => {
    if (leftBehind) await drop(leftBehind);
  }, [leftBehind, drop]);

  useHolding(loadId, saver, keeper);
  useGoingAndComing(saver, keeper, journalBroken);
  return {
    fields,
    change,
    edited,
    state,
    journalBroken,
    saver,
    content,
    leftBehind,
    restore,
    discard,
    adopt,
    newest,
    loadId,
    setAside,
  };
}

const fieldsOf = ({ content, slugIsChosen }: Pick<Draft, 'content' | 'slugIsChosen'>): Fields => {
  const { body: _, ...rest } = content;
  return { ...rest, slugIsChosen };
};

/** `randomUUID` is for secure contexts only; the editor works on plain http, too. */
const newLoadId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');

interface LookBack {
  userId: number;
  articleId: number;
  loadId: string;
  saver: Saver;
  adopt: (draft: SentDraft) => void;
  /** The revision that the page was rendered with: Back may have brought an old rendering. */
  opened: number;
}

function useLookBack({ userId, articleId, loadId, saver, adopt, opened }: LookBack) {
  const [found, setFound] = useState<{ left: JournalRecord<EditorContent>[]; newest: SentDraft | null }>({
    left: [],
    newest: null,
  });
  useEffect(() => {
    let gone = false;
    void lookBack({ userId, articleId, loadId }).then((result) => {
      if (gone) return;
      setFound(result);
      if (
        result.newest &&
        result.newest.revisionId !== saver.revisionId &&
        saver.revisionId === opened &&
        saver.isClean
      )
        adopt(result.newest);
    });
    return () => {
      gone = true;
    };
  }, [userId, articleId, loadId, saver, adopt, opened]);
  const drop = useCallback(async (record: JournalRecord<EditorContent>) => {
    await removeRecord(record.key).catch(() => undefined);
    setFound((before) => ({ ...before, left: before.left.filter((each) => each !== record) }));
  }, []);
  const offer = useCallback(
    (record: JournalRecord<EditorContent>) =>
      setFound((before) => ({ ...before, left: [record, ...before.left] })),
    [],
  );
  return { ...found, drop, offer };
}

function useHolding(loadId: string, saver: Saver, keeper: JournalKeeper): void {
  useEffect(() => {
    const release = holdLoad(loadId);
    saver.begin();
    return () => {
      // Going on inside the desk: the page goes, its last save does not.
      if (!saver.isClean) void keeper.write();
      saver.leave();
      saver.end();
      release();
    };
  }, [loadId, saver, keeper]);
}

/** Leaving the page, and coming back to it. */
function useGoingAndComing(saver: Saver, keeper: JournalKeeper, journalBroken: boolean): void {
  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden' && !saver.isClean) void keeper.write();
      else comeBack();
    };
    const leave = () => {
      if (!saver.isClean) void keeper.write();
      saver.leave();
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (!saver.isClean && (journalBroken || !saver.canFollow || saver.size() > leavingBytes))
        event.preventDefault();
    };
    const comeBack = () => {
      const { kind } = saver.state;
      if (kind === 'away' || kind === 'signed-out') void saver.flush();
    };
    document.addEventListener('visibilitychange', hide);
    addEventListener('pagehide', leave);
    addEventListener('beforeunload', warn);
    addEventListener('online', comeBack);
    addEventListener('focus', comeBack);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('pagehide', leave);
      removeEventListener('beforeunload', warn);
      removeEventListener('online', comeBack);
      removeEventListener('focus', comeBack);
    };
  }, [saver, keeper, journalBroken]);
}
