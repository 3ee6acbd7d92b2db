'use client';

import { ExternalLink, Redo2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { Button, ButtonLink, IconButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { fillPlaces } from '../../../front-rules';
import type { ChosenStory } from '../../../queries/curation';
import { PagePreview } from './page-preview.client';
import { PlaceList } from './place-list.client';
import { idsOf, type Places, putInPlace } from './placing';
import { StoryFinder } from './story-finder.client';
import { usePlacing } from './use-placing.client';

interface CurationProps {
  /** `front`, or `section:<id>`. */
  page: string;
  /** Where readers find it. */
  href: string;
  places: Places;
  newest: ChosenStory[];
  timeZone: string;
}

/** Who stands where on a page: arranged here, seen beside it, and given to readers all at once. */
export function Curation({ page, href, places: first, newest, timeZone }: CurationProps) {
  const { places, change, undo, redo, dirty, saving, save } = usePlacing(page, first);
  const [incoming, setIncoming] = useState<ChosenStory | null>(null);
  const [said, setSaid] = useState('');
  const names = useMemo(() => places.map((_, at) => (at === 0 ? 'Lead' : `Second ${at}`)), [places]);
  const showTime = useMemo(() => {
    const format = new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    });
    return (at: Date) => format.format(at);
  }, [timeZone]);
  const filled = useMemo(() => fillers(places, newest), [places, newest]);
  const choose = (story: ChosenStory) => {
    const free = places.indexOf(null);
    const at = free === -1 ? places.length - 1 : free;
    change(putInPlace(places, story, at));
    setSaid(`${story.title}: now ${names[at]}.`);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    (event.shiftKey ? redo : undo)?.();
  };
  const publish = async () => setSaid((await save()) ? 'Saved. Readers see it now.' : '');

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for undo, wherever within the focus is
    <div onKeyDown={onKey} className="grid items-start gap-8 xl:grid-cols-[26rem_minmax(0,1fr)]">
      <div className="min-w-0 space-y-6">
        <div className="space-y-3">
          <div className="flex flex-wrap items-center gap-2">
            <Button variant="primary" disabled={!dirty} loading={saving.kind === 'saving'} onClick={publish}>
              Save for readers
            </Button>
            <IconButton label="Undo" icon={<Undo2 />} disabled={!undo} onClick={() => undo?.()} />
            <IconButton label="Redo" icon={<Redo2 />} disabled={!redo} onClick={() => redo?.()} />
            <ButtonLink href={href} variant="quiet" icon={<ExternalLink />}>
              What readers see
            </ButtonLink>
          </div>
          <p role="status" className="min-h-5 text-muted text-xs">
            {said || (dirty ? 'Changed, and not saved yet.' : '')}
          </p>
          {saving.kind === 'refused' && (
            <Notice
              tone="danger"
              announce="alert"
              action={
                saving.conflict && (
                  <Button size="small" onClick={() => location.reload()}>
                    See their page
                  </Button>
                )
              }
            >
              {saving.sentence}
              {saving.conflict && ' Nothing was written over. Look at theirs, then make your change again.'}
            </Notice>
          )}
          <PlaceList
            places={places}
            filled={filled}
            names={names}
            incoming={incoming}
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
      </div>
      <PagePreview page={page} places={idsOf(places)} />
    </div>
  );
}

/** The rule the page itself goes by, on the newest that are known here. */
function fillers(places: Places, newest: ChosenStory[]): (ChosenStory | null)[] {
  const known = new Map(
    [...newest, ...places.filter((story) => story !== null)].map((story) => [story.articleId, story]),
  );
  const live = newest.filter(({ state }) => state === 'live').map(({ articleId }) => articleId);
  return fillPlaces(idsOf(places), live, (id) => known.get(id)?.state === 'live').map((id) =>
    id === null ? null : (known.get(id) ?? null),
  );
}
