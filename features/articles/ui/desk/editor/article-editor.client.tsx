'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import { later } from '@/components/ui/later.client';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast.client';
import { toTheSecond } from '@/lib/to-the-second';
import { takeLater, uploadLater } from '@/lib/upload-later';
import type { Place } from '../../../check/story';
import { mayFollow } from '../../../rules';
import { lazily } from '../lazily.client';
import { leadOf } from '../panel/lead-of';
import { usePresence } from '../presence/use-presence.client';
import type { Intent } from '../publish/publish-dialog.client';
import { useSaving } from '../saving/use-saving.client';
import { type PicturePlace, StoryEditor, type StoryHandle } from '../text/story-editor.client';
import { partOf } from '../text/upload-places';
import { useFind } from '../text/use-find.client';
import type { Length } from '../text/word-count';
import type { ArticleEditorProps, LibraryFile } from './editor-props';
import { HeadFields, moveTo } from './head-fields.client';
import { mayCorrect, mayShare, whyReadOnly } from './offered';
import { SaveNotice } from './save-status.client';
import { type EditorActs, useShortcuts } from './shortcuts.client';
import { TopBar } from './top-bar.client';
import { usePanel } from './use-panel.client';
import './editor.css';

const PublishDialog = lazily(async () => (await import('../publish/publish-dialog.client')).PublishDialog);
const StoryActs = later(async () => (await import('./story-acts.client')).StoryActs);
const SettingsPanel = lazily(async () => (await import('./settings-panel.client')).SettingsPanel);
const Plans = later(async () => (await import('../publish/plans.client')).Plans);
const NotesPanel = lazily(async () => (await import('../notes/notes-panel.client')).NotesPanel);
const WriterNotice = later(async () => (await import('../presence/writer-notice.client')).WriterNotice);
const FindBar = lazily(async () => (await import('../text/find/find-bar.client')).FindBar);
const compareDialogs = () => import('../saving/compare-dialogs.client');
const ConflictDialog = lazily(async () => (await compareDialogs()).ConflictDialog);
const RestoreDialog = lazily(async () => (await compareDialogs()).RestoreDialog);

/** The page is the text. Everything else comes when it is wanted, and nothing that is typed can be lost. */
export function ArticleEditor(props: ArticleEditorProps) {
  const { draft, user, may, paper, picturePicker: PicturePicker } = props;
  const story = useRef<StoryHandle>(null);
  const headline = useRef<HTMLTextAreaElement>(null);
  const standfirst = useRef<HTMLTextAreaElement>(null);
  const headRefs = useMemo(() => ({ title: headline, standfirst }), []);
  const saving = useSaving({ draft, userId: user.id, text: story });
  const { fields, change, edited, state, saver, leftBehind } = saving;
  const [length, setLength] = useState<Length>({ words: 0, minutes: 1 });
  const { panel, setPanel, wanted, sought } = usePanel(draft, user.id);
  const panelOpen = panel === 'settings';
  const setPanelOpen = useCallback((open: boolean) => setPanel(open ? 'settings' : null), [setPanel]);
  const [focused, setFocused] = useState(false);
  const [publishing, setPublishing] = useState<Intent | null>(null);
  const [choosing, setChoosing] = useState<PicturePlace | 'lead' | null>(null);
  const [comparing, setComparing] = useState(false);
  const [decideLater, setDecideLater] = useState(false);
  const [lookingBack, setLookingBack] = useState(false);
  const [refused, setRefused] = useState<Record<string, string>>({});

  const closed = !may.edit || draft.bodyIsNewer || !mayFollow('save', draft.state);
  const presence = usePresence({ draft, userId: user.id, saving, mayWrite: !closed, rendered: props.writer });
  const readOnly = closed || presence.writer !== null;
  const showTime = useMemo(() => toTheSecond(paper.timeZone), [paper.timeZone]);
  const onRefused = useCallback((sentence: string) => void toast.error(sentence), []);
  const onChoosePicture = useCallback((where: PicturePlace) => setChoosing(where), []);
  const onLeaveUp = useCallback(() => moveTo(standfirst.current, 'end'), []);
  const intent: Intent = draft.state === 'live' ? 'update' : 'publish';

  useEffect(() => {
    if (state.kind === 'conflict') setComparing(true);
  }, [state.kind]);
  useEffect(() => {
    if (!readOnly && draft.content.title === '' && draft.content.standfirst === '') headline.current?.focus();
  }, [readOnly, draft.content.title, draft.content.standfirst]);
  const keptAside = presence.takenBy?.kept === true;
  useEffect(() => {
    if (keptAside) setDecideLater(true);
  }, [keptAside]);
  const restore = async () => {
    if (presence.writer && !(await presence.takeOver()))
      return void toast.error('You could not take over just now. Your text is kept.');
    await saving.restore();
  };
  const { finding, find, closeFind } = useFind(story);
  const acts: EditorActs = {
    save: () => void saver.flush(),
    preview: async () => {
      if (await saver.flush()) location.assign(`/admin/articles/${draft.articleId}/preview`);
      else toast.error('Not everything is saved yet, so the preview would not show it. Your text is kept.');
    },
    settings: () => setPanelOpen(!panelOpen),
    notes: () => setPanel(panel === 'notes' ? null : 'notes'),
    share: () => {
      if (mayShare(draft, may)) setPanel('settings', { form: 'share' });
    },
    correct: () => {
      if (!mayCorrect(draft, may)) return;
      const passage = story.current?.selectedWords() ?? '';
      if (passage === '') return void toast('Select the words that were wrong first.');
      setPanel('settings', { form: 'correction', passage: passage.slice(0, 1000) });
    },
    publish: () => may.publish && !readOnly && setPublishing(intent),
    find,
    focus: () => setFocused((now) => !now),
  };
  useShortcuts(acts);

  const goTo = (place: Place) => {
    if ('block' in place) story.current?.reveal(place.block, place.words);
    else if (place.field === 'title') moveTo(headline.current, 'end');
    else if (place.field === 'standfirst') moveTo(standfirst.current, 'end');
    else {
      const lead = document.getElementById('story-lead');
      lead?.scrollIntoView({ block: 'center' });
      lead?.focus();
    }
  };
  const chosen = (files: LibraryFile[]) => {
    if (choosing === 'lead' && files[0]) change(leadOf(files[0]));
    if (choosing !== 'lead' && choosing !== null)
      story.current?.insertParts(
        files.map((file) => partOf(file)),
        choosing,
      );
    setChoosing(null);
  };

  return (
    <div data-canvas="" className={classNames('story-desk', panel && 'with-panel', focused && 'focus-mode')}>
      <StoryActs
        draft={draft}
        may={may}
        readOnly={readOnly}
        intent={intent}
        acts={acts}
        onPublish={setPublishing}
        flush={() => saver.flush()}
      />
      <TopBar
        draft={draft}
        may={may}
        saving={saving}
        readOnly={readOnly}
        others={presence.others}
        panel={panel}
        showTime={showTime}
        intent={intent}
        acts={acts}
        onPublish={setPublishing}
      />
      <div className="story-page">
        <h1 className="sr-only">{fields.title || 'Untitled story'}</h1>
        <div className="story-notices">
          <SaveNotice
            state={state}
            journalBroken={saving.journalBroken}
            onRetry={() => void saver.flush()}
            onCompare={() => setComparing(true)}
          />
          {closed && <Notice tone="neutral">{whyReadOnly(draft, may)}</Notice>}
          {presence.writer && <WriterNotice now presence={presence} mayWrite={!closed} />}
          {leftBehind && !closed && (presence.writer ? !lookingBack : decideLater) && (
            <Notice tone="warning">
              This device keeps text of this story that was never saved.{' '}
              <button
                type="button"
                className="cursor-pointer underline"
                onClick={() => {
                  setDecideLater(false);
                  setLookingBack(true);
                }}
              >
                Look at it
              </button>
            </Notice>
          )}
          {draft.pending.length > 0 && (
            <Plans
              now
              draft={draft}
              saver={saver}
              dirty={!saver.isClean}
              mayPublish={may.publish}
              showTime={showTime}
              onMove={setPublishing}
            />
          )}
        </div>
        <HeadFields
          fields={fields}
          change={change}
          readOnly={readOnly}
          headline={headline}
          standfirst={standfirst}
          onLeaveDown={() => story.current?.focus('start')}
        />
        {finding && (
          <FindBar
            editor={finding.editor}
            asked={finding.asked}
            head={fields}
            fields={headRefs}
            onHead={change}
            onClose={closeFind}
          />
        )}
        <StoryEditor
          articleId={draft.articleId}
          handle={story}
          body={draft.content.body}
          lang={fields.lang}
          editable={!readOnly}
          focused={focused}
          onEdited={edited}
          onLength={setLength}
          onLeaveUp={onLeaveUp}
          onChoosePicture={onChoosePicture}
          onRefused={onRefused}
          upload={uploadLater}
          takePicture={takeLater}
        />
        <p className="story-length">
          {length.words.toLocaleString('en')} {length.words === 1 ? 'word' : 'words'} · {length.minutes} min
        </p>
      </div>
      {panelOpen && (
        <SettingsPanel
          {...props}
          saving={saving}
          readOnly={readOnly}
          refused={refused}
          showTime={showTime}
          onClose={() => setPanelOpen(false)}
          onChooseLead={() => setChoosing('lead')}
          onGo={goTo}
          selectedWords={() => story.current?.selectedWords() ?? ''}
          wanted={wanted}
          onRefused={onRefused}
        />
      )}
      {panel === 'notes' && (
        <NotesPanel
          articleId={draft.articleId}
          userId={user.id}
          timeZone={paper.timeZone}
          sought={sought}
          moved={presence.notes}
          mayWrite={mayFollow('note', draft.state)}
          onClose={() => setPanel(null)}
        />
      )}
      {publishing && (
        <PublishDialog
          intent={publishing}
          draft={draft}
          saver={saver}
          timeZone={paper.timeZone}
          onClose={() => setPublishing(null)}
          onDone={(sentence) => {
            setPublishing(null);
            setRefused({});
            toast(sentence);
          }}
          onRefused={(fieldErrors) => {
            setRefused(fieldErrors);
            if (Object.keys(fieldErrors).some((name) => name === 'sectionIds' || name === 'slug'))
              setPanelOpen(true);
          }}
        />
      )}
      {choosing && (
        <PicturePicker
          many={choosing !== 'lead'}
          picturesOnly={choosing !== 'text'}
          onChosen={chosen}
          onClose={() => setChoosing(null)}
        />
      )}
      {comparing && state.kind === 'conflict' && (
        <ConflictDialog
          articleId={draft.articleId}
          mine={saving.content()}
          theirs={state.theirs}
          saver={saver}
          showTime={showTime}
          names={props}
          adopt={saving.adopt}
          onClose={() => setComparing(false)}
        />
      )}
      {leftBehind && !closed && (presence.writer ? lookingBack : !decideLater) && (
        <RestoreDialog
          key={leftBehind.key}
          record={leftBehind}
          newest={saving.newest}
          showTime={showTime}
          names={props}
          restoreLabel={presence.writer ? 'Take over and put it back' : undefined}
          onRestore={restore}
          onDiscard={saving.discard}
          onClose={() => {
            setDecideLater(true);
            setLookingBack(false);
          }}
        />
      )}
    </div>
  );
}
