import { readSettings } from '@/features/settings/queries';
import { familyOf, listSections } from '@/features/taxonomy/queries';
import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import { messages } from '@/lib/messages';
import { type CuratedPage, wholePage } from '../front-rules';
import { findStandingBar } from '../queries/bar';
import { listChoosable, listChosen, listPlaces } from '../queries/curation';

/**
 * A page with its places as the desk fills them; null where there is none, or not for this person. A section editor has
 * her sections' pages, everybody else the front page too.
 */
export async function readCuration(page: CuratedPage) {
  const ctx = await deskContext();
  const [sections, settings] = await Promise.all([listSections(ctx), readSettings(ctx)]);
  const section = sections.find(({ id }) => id === page.sectionId) ?? null;
  if (page.sectionId !== null && !section) return null;
  if (!may(ctx.actor, 'curate', section ? { sectionIds: [section.id] } : {})) return null;
  const family = section && familyOf(section.id, sections);
  const [seen, newest] = await Promise.all([listPlaces(ctx, page.name), listChoosable(ctx, { family })]);
  const chosen = await listChosen(
    ctx,
    seen.filter((id) => id !== null),
  );
  return {
    page: page.name,
    title: section?.name ?? null,
    href: section ? `/${section.slug}` : '/',
    places: seen.map((id) => chosen.find(({ articleId }) => articleId === id) ?? null),
    newest,
    others: await readCuratedPages(),
    timeZone: settings.timeZone,
  };
}

/** The pages that this person may curate, the front page first. */
export async function readCuratedPages(): Promise<
  { name: CuratedPage['name']; label: string; href: string }[]
> {
  const ctx = await deskContext();
  const sections = await listSections(ctx);
  return [
    ...(may(ctx.actor, 'curate')
      ? [{ name: 'front' as const, label: 'Front page', href: '/admin/front' }]
      : []),
    ...sections
      .filter(({ id }) => may(ctx.actor, 'curate', { sectionIds: [id] }))
      .map(({ id, name }) => ({
        name: `section:${id}` as const,
        label: name,
        href: `/admin/front/${id}`,
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
