'use client';

import { Eye, MessageSquareText, PanelRight } from 'lucide-react';
import type { MouseEvent } from 'react';
import { Button, ButtonLink, IconButton } from '@/components/ui/button';
import { MenuItem, MenuLink } from '@/components/ui/menu.client';
import { toast } from '@/components/ui/toast.client';
import { keysOf } from '@/lib/shortcuts';
import { submitForReviewAction } from '../../../actions';
import type { Permissions } from '../../../desk-rules';
import type { Present } from '../../../presence';
import type { Draft } from '../../../queries/draft';
import { ask } from '../ask';
import { NoticeBell } from '../notices/notice-bell.client';
import { PeopleHere } from '../presence/people-here';
import { MoreMenu } from '../publish/more-menu.client';
import type { Intent } from '../publish/publish-dialog.client';
import type { Saving } from '../saving/use-saving.client';
import { StateBadge } from '../state-badge';
import { mayCorrect, mayShare } from './offered';
import { SaveStatus } from './save-status.client';
import type { EditorActs } from './shortcuts.client';

interface TopBarProps {
  draft: Draft;
  may: Permissions;
  saving: Saving;
  readOnly: boolean;
  /** Who else has it open. */
  others: Present[];
  /** Which panel stands beside the text. */
  panel: 'settings' | 'notes' | null;
  showTime: (at: Date) => string;
  intent: Intent;
  acts: EditorActs;
  onPublish: (intent: Intent) => void;
}

/** One thin line over the text: where it stands, whether it is kept, and the way to readers. */
export function TopBar(props: TopBarProps) {
  const { draft, may, saving, readOnly, others, panel, intent, acts, onPublish } = props;
  const { state, journalBroken, saver } = saving;
  const previewHref = `/admin/articles/${draft.articleId}/preview`;
  const toPreview = (event: MouseEvent) => {
    if (saver.isClean) return;
    event.preventDefault();
    void acts.preview();
  };
  const unpublished = draft.live !== null && (draft.live.revisionId !== saver.revisionId || !saver.isClean);
  return (
    <div className="story-bar">
      <a
        href="/admin/articles"
        className="text-muted no-underline hover:text-ink hover:underline max-sm:hidden"
      >
        Stories
      </a>
      <span aria-hidden="true" className="text-edge max-sm:hidden">
        /
      </span>
      <StateBadge state={draft.state} />
      {draft.embargoAt && draft.embargoAt.getTime() > Date.now() && (
        <span className="truncate text-warning text-xs">
          <span className="max-sm:sr-only">Embargo until </span>
          {props.showTime(draft.embargoAt)}
        </span>
      )}
      {unpublished && (
        <span className="text-muted text-xs max-md:sr-only">with changes readers do not see yet</span>
      )}
      <div className="story-bar-acts">
        <PeopleHere people={others} />
        <SaveStatus state={state} journalBroken={journalBroken} />
        <ButtonLink
          href={previewHref}
          variant="quiet"
          icon={<Eye />}
          className="max-sm:hidden"
          title={`Preview (${keysOf('editor.preview')})`}
          onClick={toPreview}
        >
          Preview
        </ButtonLink>
        <MainButton
          draft={draft}
          may={may}
          saving={saving}
          readOnly={readOnly}
          intent={intent}
          onPublish={onPublish}
        />
        <MoreMenu draft={draft} may={may} saver={saver} onWithdraw={() => onPublish('withdraw')}>
          <MenuItem keys={keysOf('editor.save')} onSelect={acts.save}>
            Save now
          </MenuItem>
          <MenuItem keys={keysOf('editor.find')} onSelect={acts.find}>
            Find and replace
          </MenuItem>
          <MenuItem keys={keysOf('editor.focus')} onSelect={acts.focus}>
            Focus on the text
          </MenuItem>
          <MenuLink href={previewHref} onClick={toPreview}>
            Preview
          </MenuLink>
          <MenuItem keys={keysOf('editor.notes')} onSelect={acts.notes}>
            Notes
          </MenuItem>
          {mayShare(draft, may) && (
            <MenuItem keys={keysOf('editor.share')} onSelect={acts.share}>
              Share with somebody outside
            </MenuItem>
          )}
          {mayCorrect(draft, may) && (
            <MenuItem keys={keysOf('editor.correct')} onSelect={acts.correct}>
              Correct the selected words
            </MenuItem>
          )}
          {draft.live && <MenuLink href={draft.live.href}>See it as readers do</MenuLink>}
        </MoreMenu>
        <NoticeBell />
        <span className="relative">
          <IconButton
            label={
              draft.openThreads === 0
                ? `Notes (${keysOf('editor.notes')})`
                : `Notes, ${draft.openThreads} open (${keysOf('editor.notes')})`
            }
            icon={<MessageSquareText />}
            aria-expanded={panel === 'notes'}
            aria-controls={panel === 'notes' ? 'story-notes' : undefined}
            onClick={acts.notes}
          />
          {draft.openThreads > 0 && (
            <span
              aria-hidden="true"
              className="pointer-events-none absolute end-0 top-0 min-w-4 rounded-full bg-sunken px-1 text-center text-[0.625rem] text-soft leading-4 tabular-nums"
            >
              {draft.openThreads}
            </span>
          )}
        </span>
        <IconButton
          label={`Story settings (${keysOf('editor.settings')})`}
          icon={<PanelRight className="rtl:-scale-x-100" />}
          aria-expanded={panel === 'settings'}
          aria-controls={panel === 'settings' ? 'story-panel' : undefined}
          onClick={acts.settings}
        />
      </div>
    </div>
  );
}

type MainButtonProps = Pick<TopBarProps, 'draft' | 'may' | 'saving' | 'readOnly' | 'intent' | 'onPublish'>;

/** The one thing that is done next with this story, by this person. */
function MainButton({ draft, may, saving, readOnly, intent, onPublish }: MainButtonProps) {
  if (readOnly) return null;
  if (may.publish)
    return (
      <Button variant="primary" onClick={() => onPublish(intent)}>
        {intent === 'update' ? 'Update' : 'Publish'}
      </Button>
    );
  if (!may.submit || draft.stage !== 'draft') return null;
  const submit = async () => {
    if (!(await saving.saver.flush())) return void toast.error('Not everything is saved yet.');
    const answer = await ask(submitForReviewAction, { articleId: draft.articleId });
    if (answer.ok) toast('Sent to the editors.');
    else toast.error(answer.sentence);
  };
  return (
    <Button variant="primary" onClick={submit}>
      Send to the editors
    </Button>
  );
}
