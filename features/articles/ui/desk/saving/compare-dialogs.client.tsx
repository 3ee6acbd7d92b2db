'use client';

import { useMemo, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog.client';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast.client';
import type { JournalRecord } from '@/lib/draft-journal';
import { restoreRevisionAction } from '../../../actions';
import { ask } from '../ask';
import { compareTexts, linesOf } from './compare';
import { compareFiling, type FilingNames } from './compare-filing';
import type { EditorContent } from './content';
import { fetchDraft, type SentDraft } from './look-back';
import type { Saver, Theirs } from './saver';
import { SideBySide } from './side-by-side';

type Comparable = Parameters<typeof linesOf>[0];

const copy = async (text: Comparable): Promise<void> => {
  try {
    await navigator.clipboard.writeText(linesOf(text).join('\n\n'));
    toast('Copied.');
  } catch {
    toast.error('This browser does not allow copying here. Mark the text and copy it yourself.');
  }
};

const CopyButton = ({ text }: { text: Comparable }) => (
  <Button variant="quiet" onClick={() => copy(text)}>
    Copy
  </Button>
);

interface ConflictDialogProps {
  articleId: number;
  mine: EditorContent;
  theirs: Theirs;
  saver: Saver;
  showTime: (at: Date) => string;
  /** What sections, authors and series are called. */
  names: FilingNames;
  adopt: (draft: SentDraft) => void;
  onClose: () => void;
}

/**
 * Two people, or two tabs, wrote on the same version. Whichever is chosen, both stay among the versions: mine is saved on
 * top of theirs, and theirs, if chosen, is then brought back on top of mine.
 */
export function ConflictDialog({
  articleId,
  mine,
  theirs,
  saver,
  showTime,
  names,
  adopt,
  onClose,
}: ConflictDialogProps) {
  const [sentence, setSentence] = useState<string>();
  const [pending, startTransition] = useTransition();
  const compared = useMemo(() => compareTexts(mine, theirs), [mine, theirs]);
  const filed = useMemo(() => compareFiling(mine, theirs, names), [mine, theirs, names]);
  const keepMine = async (): Promise<boolean> => {
    if (await saver.keepMine(theirs.revisionId)) return true;
    setSentence('That was not saved. Close this and look at the notice over the text; nothing is lost.');
    return false;
  };
  const takeTheirs = async () => {
    if (!(await keepMine())) return;
    const answer = await ask(restoreRevisionAction, {
      articleId,
      baseRevisionId: saver.revisionId,
      revisionId: theirs.revisionId,
    });
    const newest = answer.ok ? await fetchDraft(articleId) : null;
    if (!newest) return setSentence(answer.ok ? 'Reload the page to see their text.' : answer.sentence);
    adopt(newest);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent width="large" className="max-w-5xl!">
        <DialogTitle>Two versions of this story</DialogTitle>
        <DialogDescription>
          Both were written on the same version. What only one has is marked, and how they are filed if not
          alike. Whichever you choose, the other stays in the list of versions.
        </DialogDescription>
        {sentence && (
          <Notice tone="danger" announce="alert">
            {sentence}
          </Notice>
        )}
        <SideBySide
          left={{
            title: 'Yours',
            note: 'On this screen, not on the server yet',
            filed: filed.mine,
            lines: compared.mine,
            actions: (
              <>
                <Button
                  variant="primary"
                  loading={pending}
                  onClick={() => startTransition(async () => ((await keepMine()) ? onClose() : undefined))}
                >
                  Keep mine
                </Button>
                <CopyButton text={mine} />
              </>
            ),
          }}
          right={{
            title: theirs.savedBy ? `Saved by ${theirs.savedBy}` : 'Saved meanwhile',
            note: showTime(new Date(theirs.savedAt)),
            filed: filed.theirs,
            lines: compared.theirs,
            actions: (
              <>
                <Button loading={pending} onClick={() => startTransition(takeTheirs)}>
                  Take theirs
                </Button>
                <CopyButton text={theirs} />
              </>
            ),
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

interface RestoreDialogProps {
  record: JournalRecord<EditorContent>;
  newest: SentDraft | null;
  showTime: (at: Date) => string;
  names: FilingNames;
  /** What putting it back means here. */
  restoreLabel?: string;
  onRestore: () => Promise<void>;
  onDiscard: () => Promise<void>;
  onClose: () => void;
}

/** Text that this device kept when a page was lost before it was saved. */
export function RestoreDialog({
  record,
  newest,
  showTime,
  names,
  restoreLabel = 'Put it back',
  onRestore,
  onDiscard,
  onClose,
}: RestoreDialogProps) {
  const [pending, startTransition] = useTransition();
  const saved: Comparable = newest?.content ?? { title: '', standfirst: '', body: { type: 'doc' } };
  const compared = useMemo(() => compareTexts(record.content, saved), [record, saved]);
  const filed = newest ? compareFiling(record.content, newest.content, names) : { mine: [], theirs: [] };
  const choose = (act: () => Promise<void>) =>
    startTransition(async () => {
      await act();
      onClose();
    });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent width="large" className="max-w-5xl!">
        <DialogTitle>Text that was never saved</DialogTitle>
        <DialogDescription>
          This text never reached the server: the page was lost, or somebody else took over. This device has
          kept it. What differs is marked.
        </DialogDescription>
        <SideBySide
          left={{
            title: 'Kept on this device',
            note: `Typed ${showTime(new Date(record.at))}`,
            filed: filed.mine,
            lines: compared.mine,
            actions: (
              <>
                <Button variant="primary" loading={pending} onClick={() => choose(onRestore)}>
                  {restoreLabel}
                </Button>
                <CopyButton text={record.content} />
                <Button variant="quiet" loading={pending} onClick={() => choose(onDiscard)}>
                  Throw it away
                </Button>
              </>
            ),
          }}
          right={{
            title: 'Saved',
            note: newest
              ? [newest.savedBy, showTime(new Date(newest.savedAt))].filter(Boolean).join(', ')
              : 'The server cannot be reached',
            filed: filed.theirs,
            lines: compared.theirs,
            actions: <Button onClick={onClose}>Decide later</Button>,
          }}
        />
      </DialogContent>
    </Dialog>
  );
}
