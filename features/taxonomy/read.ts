import { cache } from 'react';
import { database } from '@/db/client';
import { type Ctx, readContext } from '@/db/context';
import { listStaff } from '@/features/users/queries';
import { may, type Verb } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import { cacheTags } from '@/lib/cache-tags';
import { touch } from '@/lib/press-notes';
import {
  type AuthorRow,
  type Counted,
  countStoriesBySection,
  type DeletedShelf,
  findTag,
  findTagByName,
  type ListedSection,
  listCountedAuthors,
  listDeleted,
  listSections,
  listSeries,
  listSeriesStories,
  listTagPage,
  type SeriesRow,
  type TagRow,
} from './queries';

/** What of the shelves lies in the trash, for those who may take it out; null for others. */
export async function readDeletedForDesk(): Promise<{ deleted: DeletedShelf[]; mayPurge: boolean } | null> {
  const ctx = await deskMay('edit-taxonomy');
  return ctx && { deleted: await listDeleted(ctx), mayPurge: may(ctx.actor, 'purge-trash') };
}

const sectionsOfRequest = cache(() => listSections(readContext(database(), { kind: 'reader' })));

/** Every section, parents before their children, for menus and section pages. One SELECT a request. */
export async function readSections(): Promise<ListedSection[]> {
  touch(cacheTags.taxonomy);
  return sectionsOfRequest();
}

const deskMay = async (verb: Verb): Promise<Ctx | null> => {
  const ctx = await deskContext();
  return may(ctx.actor, verb) ? ctx : null;
};

/** Every section in its place, with its live stories; null for those who may not edit them. */
export async function readSectionsForDesk(): Promise<Counted<ListedSection>[] | null> {
  const ctx = await deskMay('edit-taxonomy');
  if (!ctx) return null;
  const [sections, stories] = await Promise.all([listSections(ctx), countStoriesBySection(ctx)]);
  return sections.map((section) => ({ ...section, stories: stories.get(section.id) ?? 0 }));
}

/** A page of tags; null for those who may not edit them. */
export async function readTagsForDesk(asked: {
  matching?: string;
  after?: number;
}): Promise<{ tags: Counted<TagRow>[]; next: number | null } | null> {
  const ctx = await deskMay('edit-taxonomy');
  return ctx && listTagPage(ctx, asked);
}

export interface TagMerge {
  /** As it was asked for. */
  name: string;
  /** Null where no tag has this name, or only the one that would be merged. */
  into: Counted<TagRow> | null;
}

/**
 * One tag with those that became it and, where a name is given, the one it would be merged into; null when it is gone or for those who may not edit
 * it.
 */
export async function readTagMerge(
  id: number,
  name: string,
): Promise<{ tag: Counted<TagRow>; merge: TagMerge | null; merged: DeletedShelf[] } | null> {
  const ctx = await deskMay('edit-taxonomy');
  const tag = ctx && (await findTag(ctx, id));
  if (!ctx || !tag) return null;
  const wanted = name.replaceAll('\0', '').trim().slice(0, 80);
  const merged = await listDeleted(ctx, id);
  if (wanted === '') return { tag, merge: null, merged };
  const into = await findTagByName(ctx, wanted);
  return { tag, merge: { name: wanted, into: into?.id === id ? null : into }, merged };
}

/** Every series; null for those who may not edit them. */
export async function readAllSeriesForDesk(): Promise<Counted<SeriesRow>[] | null> {
  const ctx = await deskMay('edit-taxonomy');
  return ctx && listSeries(ctx);
}

/** One series with its live parts in their order; null when it is gone or for those who may not edit it. */
export async function readSeriesForDesk(
  id: number,
): Promise<{ series: SeriesRow; parts: { id: number; title: string }[] } | null> {
  const ctx = await deskMay('edit-taxonomy');
  if (!ctx) return null;
  const [[series], parts] = await Promise.all([listSeries(ctx, id), listSeriesStories(ctx, id)]);
  return series ? { series, parts } : null;
}

/** Bylines, or the one asked for, with the people they can be given to; null for those who may not edit them. */
export async function readAuthorsForDesk(
  only?: number,
): Promise<{ authors: Counted<AuthorRow>[]; staff: { id: number; name: string }[] } | null> {
  const ctx = await deskMay('edit-authors');
  if (!ctx) return null;
  const [authors, staff] = await Promise.all([listCountedAuthors(ctx, only), listStaff(ctx)]);
  return { authors, staff: staff.map(({ id, name }) => ({ id, name })) };
}
