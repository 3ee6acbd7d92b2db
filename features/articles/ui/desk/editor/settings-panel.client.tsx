'use client';

import type { Place } from '../../../check/story';
import { mayFollow } from '../../../rules';
import { CheckField } from '../check/check-field.client';
import { AddressFields } from '../panel/address-fields.client';
import { AssignmentField } from '../panel/assignment-field.client';
import { CommentsField } from '../panel/comments-field.client';
import { CorrectionsField } from '../panel/corrections-field.client';
import { DueField } from '../panel/due-field.client';
import { FilingFields } from '../panel/filing-fields.client';
import { LeadField } from '../panel/lead-field.client';
import { Panel } from '../panel/panel.client';
import { RelatedField } from '../panel/related-field.client';
import { ShareField } from '../panel/share-field.client';
import { VersionsField } from '../panel/versions-field.client';
import type { Saving } from '../saving/use-saving.client';
import type { ArticleEditorProps } from './editor-props';
import { mayCorrect, mayShare } from './offered';
import type { Wanted } from './use-panel.client';

interface SettingsPanelProps extends Omit<ArticleEditorProps, 'picturePicker'> {
  saving: Saving;
  readOnly: boolean;
  /** What the last try to publish found wrong, by field. */
  refused: Record<string, string>;
  showTime: (at: Date) => string;
  onClose: () => void;
  onChooseLead: () => void;
  onRefused: (sentence: string) => void;
  selectedWords: () => string;
  /** The form that was asked for. */
  wanted: Wanted | null;
  /** Goes to a place in the story. */
  onGo: (place: Place) => void;
}

/** Everything about a story that is not its text. */
export function SettingsPanel(props: SettingsPanelProps) {
  const { draft, may, paper, sections, authors, series, saving, readOnly, refused, showTime, wanted } = props;
  const { fields, change, state } = saving;
  const errors = { ...refused, ...(state.kind === 'refused' && state.fields) };
  // A staff page stands at the root: no shelf, no byline, no discussion.
  const isStory = draft.kind !== 'page';
  const common = { fields, change, errors, readOnly };
  return (
    <Panel onClose={props.onClose}>
      <AssignmentField
        articleId={draft.articleId}
        assignee={draft.assignee}
        userId={props.user.id}
        readOnly={!may.edit || !mayFollow('assign', draft.state)}
      />
      <DueField
        draft={draft}
        timeZone={paper.timeZone}
        maySet={may.publish && mayFollow('due', draft.state)}
        showTime={showTime}
      />
      {isStory && <FilingFields {...common} sections={sections} authors={authors} series={series} />}
      <LeadField {...common} onChoose={props.onChooseLead} onRefused={props.onRefused} />
      <AddressFields
        {...common}
        sections={sections}
        kind={draft.kind}
        suggestion={state.kind === 'refused' ? state.suggestion : null}
        wasLive={draft.live !== null || draft.state === 'withdrawn'}
        siteLanguage={paper.language}
      />
      {isStory && <RelatedField articleId={draft.articleId} pinned={draft.pinned} readOnly={readOnly} />}
      {isStory && (
        <CommentsField articleId={draft.articleId} policy={draft.commentPolicy} readOnly={readOnly} />
      )}
      <CorrectionsField
        articleId={draft.articleId}
        corrections={draft.corrections}
        mayCorrect={mayCorrect(draft, may)}
        selectedWords={props.selectedWords}
        asked={wanted?.form === 'correction' ? wanted : null}
        showTime={showTime}
      />
      <ShareField
        articleId={draft.articleId}
        saver={saving.saver}
        mayShare={mayShare(draft, may)}
        asked={wanted?.form === 'share' ? wanted : null}
        showTime={showTime}
      />
      <CheckField articleId={draft.articleId} saver={saving.saver} onGo={props.onGo} />
      <VersionsField
        articleId={draft.articleId}
        newestId={saving.saver.revisionId}
        liveId={draft.live?.revisionId ?? null}
        showTime={showTime}
        onLeave={(href) => void saving.saver.flush().then(() => location.assign(href))}
      />
    </Panel>
  );
}
