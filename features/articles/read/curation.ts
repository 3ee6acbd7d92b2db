import { readSettings } from '@/features/settings/queries';
import { familyOf, listSections } from '@/features/taxonomy/queries';
import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import { messages } from '@/lib/messages';
import { type CuratedPage, deskHref, standingBefore, wholePage } from '../front-rules';
import { type ArrangementLine, listHistory, listPlannedFor } from '../queries/arrangements';
import { findStandingBar } from '../queries/bar';
import { type ChosenStory, listChoosable, listChosen, listPlaces } from '../queries/curation';

type Places = (ChosenStory | null)[];

/** A change that is planned for a page. */
export interface PlannedChange {
  id: number;
  version: number;
  name: string;
  effectiveAt: Date;
  createdBy: string | null;
  places: Places;
  /** What will stand there right before it. */
  before: Places;
  /** That is not what its maker saw: the page, or the plan before it, was changed since. */
  isChangedBefore: boolean;
}

/** Who stood where on a page, until another arrangement took its place. */
export interface PastArrangement {
  key: string;
  name: string;
  /** Null for what stood there before anything was kept. */
  from: Date | null;
  until: Date;
  /** Whose choice it was. */
  by: string | null;
  places: Places;
}

/**
 * A page with its places as the desk fills them, what is planned for it and what stood there before; null where there is
 * none, or not for this person. A section editor has her sections' pages, everybody else the front page too. With `planId`
 * that planned change is `opened`, unless it is settled by now.
 */
export async function readCuration(page: CuratedPage, planId?: number) {
  const ctx = await deskContext();
  const [sections, settings] = await Promise.all([listSections(ctx), readSettings(ctx)]);
  const section = sections.find(({ id }) => id === page.sectionId) ?? null;
  if (page.sectionId !== null && !section) return null;
  if (!may(ctx.actor, 'curate', section ? { sectionIds: [section.id] } : {})) return null;
  const family = section && familyOf(section.id, sections);
  const [now, newest, planned, history] = await Promise.all([
    listPlaces(ctx, page.name),
    listChoosable(ctx, { family }),
    listPlannedFor(ctx, page.name),
    listHistory(ctx, page.name, shownOfHistory),
  ]);
  const lists = [now, ...planned.map(({ places }) => places), ...history.map(({ places }) => places)];
  const wanted = [...lists, ...history.map(({ replaced }) => replaced ?? [])].flat();
  const found = await listChosen(ctx, [...new Set(wanted.filter((id) => id !== null))]);
  const byId = new Map(found.map((story) => [story.articleId, story]));
  const known: Known = (ids) =>
    wholePage(page.name, ids).map((id) => (id === null ? null : (byId.get(id) ?? null)));
  const changes = planned.map((plan) => asPlanned(plan, { now, planned }, known));
  const opened = changes.find(({ id }) => id === planId) ?? null;
  return {
    page: page.name,
    title: section?.name ?? null,
    href: section ? `/${section.slug}` : '/',
    deskHref: deskHref(page),
    now: known(now),
    newest,
    planned: changes,
    opened,
    /** One came to a planned change that has happened, or was cancelled. */
    isSettled: planId !== undefined && opened === null,
    past: asPast(history, known),
    readAt: ctx.now,
    others: await readCuratedPages(),
    timeZone: settings.timeZone,
  };
}
export type Curation = NonNullable<Awaited<ReturnType<typeof readCuration>>>;

const shownOfHistory = 12;

type Known = (ids: (number | null)[]) => Places;

function asPlanned(
  { id, version, name, effectiveAt, createdBy, places, seen }: ArrangementLine,
  around: { now: (number | null)[]; planned: ArrangementLine[] },
  known: Known,
): PlannedChange {
  const before = standingBefore(effectiveAt, { ...around, except: id });
  return {
    ...{ id, version, name, effectiveAt, createdBy },
    places: known(places),
    before: known(before),
    isChangedBefore: String(before) !== String(seen),
  };
}

/** What stands now is the newest row; before the oldest stood what that one replaced. */
function asPast(history: ArrangementLine[], known: Known): PastArrangement[] {
  return history.flatMap((row, n) => {
    const older = history[n + 1];
    const until = row.appliedAt;
    if (!until) return [];
    return {
      key: String(row.id),
      name: older?.name ?? '',
      from: older?.appliedAt ?? null,
      until,
      by: older?.createdBy ?? null,
      places: known(row.replaced ?? []),
    };
  });
}

/** The pages that this person may curate, the front page first. */
export async function readCuratedPages(): Promise<
  { name: CuratedPage['name']; label: string; href: string }[]
> {
  const ctx = await deskContext();
  const sections = await listSections(ctx);
  return [
    ...(may(ctx.actor, 'curate')
      ? [{ name: 'front' as const, label: 'Front page', href: deskHref({ sectionId: null }) }]
      : []),
    ...sections
      .filter(({ id }) => may(ctx.actor, 'curate', { sectionIds: [id] }))
      .map(({ id, name }) => ({
        name: `section:${id}` as const,
        label: name,
        href: deskHref({ sectionId: id }),
      })),
  ];
}

/** The bar with what can be linked from it; null for those who may not raise one. */
export async function readBarForDesk() {
  const ctx = await deskContext();
  if (!may(ctx.actor, 'curate')) return null;
  const [bar, settings] = await Promise.all([findStandingBar(ctx), readSettings(ctx)]);
  return { bar, timeZone: settings.timeZone, breaking: messages(settings.language).shell.breaking };
}

/** The places named in a preview's address, as far as they make sense: `12,,34`. */
export function placesIn(page: CuratedPage['name'], text: unknown): (number | null)[] {
  const words = typeof text === 'string' ? text.split(',') : [];
  return wholePage(
    page,
    words.map((word) => (/^[1-9]\d{0,14}$/.test(word) ? Number(word) : null)),
  );
}
