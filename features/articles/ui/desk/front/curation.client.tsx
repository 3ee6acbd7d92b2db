'use client';

import { type KeyboardEvent, useMemo, useState } from 'react';
import { sayWithUndo } from '@/components/ui/say-with-undo';
import { toast } from '@/components/ui/toast.client';
import { isShortcut } from '@/lib/shortcuts';
import { cancelArrangementAction } from '../../../front-actions';
import type { ChosenStory } from '../../../queries/curation';
import type { Curation as Curated } from '../../../read/curation';
import { ask } from '../ask';
import { fillers, placeName } from './arranging';
import { CurationBar } from './curation-bar.client';
import { OpenedPlan } from './opened-plan';
import { PagePreview } from './page-preview.client';
import { PastArrangements } from './past-arrangements';
import { PlaceList } from './place-list.client';
import { idsOf, type Places, putInPlace } from './placing';
import { PlanDialog, type PlanWish } from './plan-dialog.client';
import { PlannedChanges } from './planned-changes.client';
import { StoryFinder } from './story-finder.client';
import { usePlacing } from './use-placing.client';
import { useSending } from './use-sending.client';
import { useTurning } from './use-turning.client';

/**
 * Who stands where on a page, now or from the time of the planned change that is open: arranged here, seen beside it, and
 * given to readers all at once.
 */
export function Curation({ curation }: { curation: Curated }) {
  const { page, href, deskHref, now, newest, planned, opened, past, readAt, timeZone } = curation;
  const sending = useSending(curation);
  const placing = usePlacing(opened?.places ?? now, sending.save);
  const { places, change, undo, redo, dirty, save, reset } = placing;
  const [incoming, setIncoming] = useState<ChosenStory | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [said, setSaid] = useState('');
  const when = opened?.effectiveAt ?? null;
  useTurning(planned[0]?.effectiveAt, readAt);
  const names = useMemo(() => places.map((_, at) => placeName(at)), [places]);
  const showTime = useMemo(() => inShort(timeZone), [timeZone]);
  const filled = useMemo(() => fillers(places, newest, when), [places, newest, when]);
  const choose = (story: ChosenStory) => {
    const free = places.indexOf(null);
    const at = free === -1 ? places.length - 1 : free;
    change(putInPlace(places, story, at));
    setSaid(`${story.title}: now ${names[at]}.`);
  };
  const take = (before: Places) => {
    change(before);
    setSaid('It stands in the places again. Look at it, then save it.');
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    if (isShortcut('places.undo', event)) undo?.();
    else if (isShortcut('places.redo', event)) redo?.();
    else return;
    event.preventDefault();
  };
  const done = opened ? 'Saved. It comes at its time.' : 'Saved. Readers see it now.';
  const publish = async () => setSaid((await save()) ? done : '');
  const plan = async (wish: PlanWish) => {
    const answer = await sending.plan(places, wish);
    if (!answer.ok) return answer;
    if (opened) {
      placing.settle(places);
      toast('The plan is saved.');
      return answer;
    }
    reset();
    const { arrangementId, version } = answer.result;
    sayWithUndo(
      'Planned. The page changes by itself.',
      () => ask(cancelArrangementAction, { arrangementId, version }),
      'Cancelled. The page stays as it is.',
    );
    return answer;
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for undo, wherever within the focus is
    <div onKeyDown={onKey} className="@container">
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 @4xl:grid-cols-[26rem_minmax(0,1fr)]">
        <PlannedChanges
          planned={planned}
          openedId={opened?.id ?? null}
          isUnsaved={dirty}
          now={now}
          deskHref={deskHref}
          timeZone={timeZone}
        />
        <div className="min-w-0 space-y-6">
          <div className="space-y-3">
            {opened && (
              <OpenedPlan
                plan={opened}
                places={places}
                deskHref={deskHref}
                timeZone={timeZone}
                onKeep={publish}
              />
            )}
            <CurationBar
              isPlan={opened !== null}
              href={href}
              said={said}
              placing={placing}
              onSave={publish}
              onAsk={() => setIsAsking(true)}
            />
            <PlaceList
              places={places}
              filled={filled}
              names={names}
              incoming={incoming}
              when={when}
              showTime={showTime}
              onChange={change}
              say={setSaid}
            />
            <p className="text-muted text-xs">
              Drag a story, or move it with Alt and the arrows. Delete empties its place, and Ctrl+Z takes the
              last step back. An empty place takes the newest story by itself.
            </p>
          </div>
          <StoryFinder
            page={page}
            newest={newest}
            chosenIds={idsOf(places)}
            label="Choose a story"
            verb="Place"
            showTime={showTime}
            onChoose={choose}
            onDrag={setIncoming}
          />
          <PastArrangements past={past} timeZone={timeZone} onTake={take} />
        </div>
        <PagePreview page={page} places={idsOf(places)} at={when} />
      </div>
      {isAsking && (
        <PlanDialog
          places={places}
          now={now}
          planned={planned}
          plan={opened}
          timeZone={timeZone}
          onSend={plan}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  );
}

function inShort(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  return (at) => format.format(at);
}
