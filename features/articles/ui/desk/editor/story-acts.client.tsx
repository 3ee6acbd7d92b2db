'use client';

import { usePageActs } from '@/components/ui/page-acts.client';
import type { PaletteEntry } from '@/components/ui/palette';
import { sayWithUndo } from '@/components/ui/say-with-undo';
import { toast } from '@/components/ui/toast.client';
import { keysOf } from '@/lib/shortcuts';
import {
  approveArticleAction,
  restoreArticleAction,
  returnToDraftAction,
  submitForReviewAction,
  trashArticleAction,
} from '../../../actions';
import type { Permissions } from '../../../desk-rules';
import type { Draft } from '../../../queries/draft';
import { mayFollow, stageMoves } from '../../../rules';
import { type Answer, ask } from '../ask';
import type { Intent } from '../publish/publish-dialog.client';
import { sayRestored } from '../say-restored';
import { mayCorrect, mayShare } from './offered';
import type { EditorActs } from './shortcuts.client';

interface StoryActsProps {
  draft: Draft;
  may: Permissions;
  readOnly: boolean;
  intent: Intent;
  acts: EditorActs;
  onPublish: (intent: Intent) => void;
  /** Everything on the screen is on the server. */
  flush: () => Promise<boolean>;
}

/** D17: what can be done to the open story, in the command palette, each with its key. */
export function StoryActs({ draft, may, readOnly, intent, acts, onPublish, flush }: StoryActsProps): null {
  const { articleId, stage, state } = draft;
  const can = (move: keyof typeof stageMoves) =>
    mayFollow(move, state) && (stageMoves[move].from as readonly string[]).includes(stage);
  const act = async (work: () => Promise<Answer<unknown>>, done: () => void) => {
    if (!(await flush())) return toast.error('Not everything is saved yet.');
    const answer = await work();
    if (answer.ok) done();
    else toast.error(answer.sentence);
  };
  const throwAway = () => {
    const undo = () => ask(restoreArticleAction, { articleId, replan: true });
    return act(
      () => ask(trashArticleAction, { articleId }),
      () => sayWithUndo('In the trash.', undo, 'Out of the trash.'),
    );
  };
  const all: (PaletteEntry | false)[] = [
    may.publish &&
      !readOnly && {
        id: 'story-publish',
        label: intent === 'update' ? 'Update the live story…' : 'Publish…',
        words: ['schedule', 'live'],
        keys: keysOf('editor.publish'),
        run: () => onPublish(intent),
      },
    may.submit &&
      can('submit') && {
        id: 'story-submit',
        label: 'Send to the editors',
        words: ['review'],
        run: () =>
          act(
            () => ask(submitForReviewAction, { articleId }),
            () => toast('Sent to the editors.'),
          ),
      },
    may.approve &&
      can('approve') && {
        id: 'story-approve',
        label: 'Approve',
        run: () =>
          act(
            () => ask(approveArticleAction, { articleId }),
            () => toast('Approved.'),
          ),
      },
    may.approve &&
      can('return') && {
        id: 'story-return',
        label: 'Return to its author',
        run: () =>
          act(
            () => ask(returnToDraftAction, { articleId }),
            () => toast('Back with its author.'),
          ),
      },
    { id: 'story-preview', label: 'Preview', keys: keysOf('editor.preview'), run: () => void acts.preview() },
    { id: 'story-save', label: 'Save now', keys: keysOf('editor.save'), run: acts.save },
    {
      id: 'story-settings',
      label: 'Story settings',
      words: ['assign', 'given to', 'due', 'embargo', 'section', 'tags', 'byline', 'address'],
      keys: keysOf('editor.settings'),
      run: acts.settings,
    },
    {
      id: 'story-notes',
      label: 'Notes',
      words: ['mention'],
      keys: keysOf('editor.notes'),
      run: acts.notes,
    },
    mayShare(draft, may) && {
      id: 'story-share',
      label: 'Share with somebody outside',
      words: ['link', 'lawyer'],
      keys: keysOf('editor.share'),
      run: acts.share,
    },
    mayCorrect(draft, may) && {
      id: 'story-correct',
      label: 'Correct the selected words',
      words: ['correction', 'mistake'],
      keys: keysOf('editor.correct'),
      run: acts.correct,
    },
    { id: 'story-find', label: 'Find and replace', keys: keysOf('editor.find'), run: acts.find },
    { id: 'story-focus', label: 'Focus on the text', keys: keysOf('editor.focus'), run: acts.focus },
    draft.live !== null && {
      id: 'story-see',
      label: 'See it as readers do',
      run: () => location.assign(draft.live?.href ?? '/'),
    },
    mayFollow('withdraw', state) &&
      may.withdraw && {
        id: 'story-withdraw',
        label: 'Withdraw…',
        run: () => onPublish('withdraw'),
      },
    // What has plans is asked about: they are not brought back by the undo.
    mayFollow('trash', state) &&
      may.trash &&
      draft.pending.length === 0 && {
        id: 'story-trash',
        label: 'Put in the trash',
        words: ['delete', 'throw away'],
        run: () => void throwAway(),
      },
    mayFollow('restore', state) &&
      may.trash && {
        id: 'story-restore',
        label: 'Take out of the trash',
        run: async () => {
          const answer = await ask(restoreArticleAction, { articleId, replan: false });
          if (answer.ok) sayRestored(answer.result);
          else toast.error(answer.sentence);
        },
      },
  ];
  usePageActs({ heading: 'This story', entries: all.filter((entry) => entry !== false) });
  return null;
}
