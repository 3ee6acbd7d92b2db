'use client';

import { Ellipsis } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu.client';
import { sayWithUndo } from '@/components/ui/say-with-undo';
import { toast } from '@/components/ui/toast.client';
import {
  approveArticleAction,
  killArticleAction,
  restoreArticleAction,
  returnToDraftAction,
  submitForReviewAction,
  trashArticleAction,
} from '../../../actions';
import type { Permissions } from '../../../desk-rules';
import type { Draft } from '../../../queries/draft';
import { mayFollow, stageMoves } from '../../../rules';
import { type Answer, ask } from '../ask';
import type { Saver } from '../saving/saver';
import { sayRestored } from '../say-restored';

interface MoreMenuProps {
  draft: Draft;
  may: Permissions;
  saver: Saver;
  onWithdraw: () => void;
  /** Entries of the page itself. */
  children?: ReactNode;
}

type Question = 'kill' | 'trash';

/** What is done to an article once in its life, behind one button; what cannot be taken back is asked about first. */
export function MoreMenu({ draft, may, saver, onWithdraw, children }: MoreMenuProps) {
  const [asked, setAsked] = useState<Question | null>(null);
  const { articleId, stage, state } = draft;
  const can = (move: keyof typeof stageMoves) => (stageMoves[move].from as readonly string[]).includes(stage);
  const act = async (work: () => Promise<Answer<unknown>>, done: string) => {
    if (!(await saver.flush())) return void toast.error('Save your changes first.');
    const answer = await work();
    if (answer.ok) toast(done);
    else toast.error(answer.sentence);
  };
  const throwAway = async () => {
    if (!(await saver.flush())) return void toast.error('Save your changes first.');
    const answer = await ask(trashArticleAction, { articleId });
    if (answer.ok) sayThrownAway(articleId);
    else toast.error(answer.sentence);
  };
  const takeOut = async () => {
    const answer = await ask(restoreArticleAction, { articleId, replan: false });
    if (answer.ok) sayRestored(answer.result);
    else toast.error(answer.sentence);
  };
  const working = mayFollow('submit', state);
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton label="More" icon={<Ellipsis />} />
        </MenuTrigger>
        <MenuContent>
          {children}
          {working && may.submit && can('submit') && (
            <MenuItem
              onSelect={() => act(() => ask(submitForReviewAction, { articleId }), 'Sent to the editors.')}
            >
              Send to the editors
            </MenuItem>
          )}
          {working && may.approve && can('approve') && (
            <MenuItem onSelect={() => act(() => ask(approveArticleAction, { articleId }), 'Approved.')}>
              Approve
            </MenuItem>
          )}
          {working && may.approve && can('return') && (
            <MenuItem
              onSelect={() => act(() => ask(returnToDraftAction, { articleId }), 'Back with its author.')}
            >
              Return to its author
            </MenuItem>
          )}
          <MenuSeparator />
          {mayFollow('withdraw', state) && may.withdraw && (
            <MenuItem onSelect={onWithdraw}>Withdraw…</MenuItem>
          )}
          {mayFollow('restore', state) && may.trash && (
            <MenuItem onSelect={() => void takeOut()}>Take out of the trash</MenuItem>
          )}
          {mayFollow('trash', state) && may.trash && (
            <MenuItem
              tone="danger"
              onSelect={() => (draft.pending.length > 0 ? setAsked('trash') : void throwAway())}
            >
              {draft.pending.length > 0 ? 'Put in the trash…' : 'Put in the trash'}
            </MenuItem>
          )}
          {mayFollow('kill', state) && may.kill && (
            <MenuItem tone="danger" onSelect={() => setAsked('kill')}>
              Kill…
            </MenuItem>
          )}
        </MenuContent>
      </Menu>
      {asked && <Questions asked={asked} articleId={articleId} onClose={() => setAsked(null)} />}
    </>
  );
}

function Questions({
  asked,
  articleId,
  onClose,
}: {
  asked: Question;
  articleId: number;
  onClose: () => void;
}) {
  const isKill = asked === 'kill';
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isKill ? 'Kill this story?' : 'Put this story in the trash?'}
      confirmLabel={isKill ? 'Kill the story' : 'Put in the trash'}
      onConfirm={async () => {
        const answer = await (isKill
          ? ask(killArticleAction, { articleId })
          : ask(trashArticleAction, { articleId }));
        if (!answer.ok) return answer.sentence;
        if (isKill) toast('Killed.');
        else sayThrownAway(articleId);
      }}
    >
      {isKill
        ? 'It goes from every page, feed and search at once, its address says for ever that it is gone, and it cannot be published again. This cannot be undone.'
        : 'Its plans are cancelled. It can be taken out of the trash again, and what was planned then planned anew.'}
    </ConfirmDialog>
  );
}

function sayThrownAway(articleId: number): void {
  const undo = () => ask(restoreArticleAction, { articleId, replan: true });
  sayWithUndo('In the trash.', undo, 'Out of the trash.');
}
