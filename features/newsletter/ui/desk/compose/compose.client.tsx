'use client';

import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { Notice } from '@/components/ui/notice';
import { SelectField, TextField } from '@/components/ui/text-field.client';
import { removeCampaignAction } from '../../../actions';
import type { ChoosableStory, ListForDesk } from '../../../queries';
import { mostStories } from '../../../rules';
import { readersOf } from '../campaign-words';
import { ChosenStories } from './chosen-stories.client';
import { IntroEditor } from './intro-editor.client';
import type { IssueDraft } from './issue-draft';
import { Preview } from './preview.client';
import { SendIssue } from './send-issue.client';
import { StorySearch } from './story-search.client';
import { type SaveState, useComposing } from './use-composing.client';

export interface ComposeProps {
  campaignId: number;
  version: number;
  savedAt: Date;
  draft: IssueDraft;
  lists: ListForDesk[];
  newest: ChoosableStory[];
  ownEmail: string;
  maySend: boolean;
  timeZone: string;
}

/** N4: what is typed on one side stands as a mail on the other. */
export function Compose({ campaignId, lists, newest, ownEmail, maySend, timeZone, ...opened }: ComposeProps) {
  const { draft, change, state, preview, version, settled } = useComposing({ campaignId, ...opened });
  const list = lists.find(({ id }) => id === draft.listId);
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]">
      <div className="min-w-0 space-y-5">
        <SelectField
          label="List"
          name=""
          value={String(draft.listId)}
          options={lists.map(({ id, name, readers }) => ({
            value: String(id),
            label: `${name} (${readersOf(readers)})`,
          }))}
          onChange={(event) => change({ listId: Number(event.currentTarget.value) })}
        />
        <TextField
          label="Subject"
          name=""
          value={draft.subject}
          maxLength={200}
          autoComplete="off"
          hint={`${draft.subject.length} characters; a phone shows about 40.`}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
        <TextField
          label="Preview text"
          name=""
          optional
          value={draft.previewText}
          maxLength={200}
          autoComplete="off"
          hint="Shown behind the subject in the list of mails, not in the mail."
          onChange={(event) => change({ previewText: event.currentTarget.value })}
        />
        <IntroEditor intro={opened.draft.intro} onChange={(intro) => change({ intro })} />
        <ChosenStories stories={draft.stories} onChange={(stories) => change({ stories })} />
        <StorySearch
          newest={newest}
          chosen={draft.stories}
          full={draft.stories.length >= mostStories}
          timeZone={timeZone}
          onChoose={(story) => change({ stories: [...draft.stories, story] })}
        />
      </div>
      <div className="min-w-0 space-y-4">
        {/* In sight wherever one is in a long list of stories. */}
        <div className="flex flex-wrap items-start justify-between gap-3 bg-paper py-2 lg:sticky lg:top-0 lg:z-10">
          <SendIssue
            {...{ campaignId, version, preview, settled, ownEmail, maySend, timeZone }}
            listName={list?.name ?? 'this list'}
          />
          <ConfirmAction
            action={removeCampaignAction}
            values={{ campaignId, version }}
            label="Delete draft"
            variant="quiet"
            title="Delete this draft?"
            confirmLabel="Delete draft"
            doneHref="/admin/newsletter"
          >
            It is gone for good. No reader has seen it.
          </ConfirmAction>
        </div>
        <Saving state={state} timeZone={timeZone} />
        <Preview preview={preview} subject={draft.subject} previewText={draft.previewText} />
      </div>
    </div>
  );
}

function Saving({ state, timeZone }: { state: SaveState; timeZone: string }) {
  if (state.kind === 'refused')
    return (
      <Notice tone="danger" title="Not saved" announce="alert">
        {state.sentence}
      </Notice>
    );
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone });
  return (
    <p role="status" className="text-muted text-xs">
      {state.kind === 'saved' ? `Saved at ${time.format(state.at)}` : 'Saving…'}
    </p>
  );
}
