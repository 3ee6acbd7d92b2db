import { type JournalRecord, listRecords, removeRecord } from '@/lib/draft-journal';
import { isNewerBody, migrateBody, versionOf } from '@/lib/rich-text/migrate';
import type { Draft } from '../../../queries/draft';
import { type EditorContent, isSameText, toPayload } from './content';

/** A draft as JSON brings it: its instants are text. */
export type SentDraft = Omit<Draft, 'savedAt'> & { savedAt: string };

/** The newest text on the server, or null when it cannot be had just now. Never throws. */
export async function fetchDraft(articleId: number): Promise<SentDraft | null> {
  try {
    const response = await fetch(`/api/articles/${articleId}/draft`);
    return response.ok ? ((await response.json()) as SentDraft) : null;
  } catch {
    return null;
  }
}

const lockName = (loadId: string): string => `draft ${loadId}`;

/** Holds a lock for as long as the page stands, so that other tabs know its journal is in use. Gives the way to let go. */
export function holdLoad(loadId: string): () => void {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks?.request(lockName(loadId), () => held).catch(() => undefined);
  return () => release();
}

/** Whether a page of this browser still stands; null where that cannot be told (a site without https). */
export async function isOpenHere(loadId: string): Promise<boolean | null> {
  if (!navigator.locks) return null;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === lockName(loadId));
}

/** Without locks (a site without https) a journal written this lately may belong to an open tab. */
const inUseForMs = 5000;
/** A page that was left a moment ago may still be saving: its last request outlives it. */
const settleMs = 1200;

/**
 * What an earlier page of this person typed here and the server never got, newest first: a crash, a closed tab, a session
 * that ended. What the server has after all is forgotten, what an open tab holds is left to it.
 */
export async function lookBack({
  userId,
  articleId,
  loadId,
}: {
  userId: number;
  articleId: number;
  loadId: string;
}): Promise<{ left: JournalRecord<EditorContent>[]; newest: SentDraft | null }> {
  const [records, newest] = await Promise.all([
    listRecords<EditorContent>(userId, articleId).then(inOurVersion, () => []),
    fetchDraft(articleId),
  ]);
  const abandoned = await notInUse(records.filter((record) => record.loadId !== loadId));
  const unsaved = await forgetSaved(abandoned, newest);
  if (unsaved.length === 0 || !newest) return { left: unsaved, newest };
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const later = (await fetchDraft(articleId)) ?? newest;
  return { left: await forgetSaved(unsaved, later), newest: later };
}

/** As this version knows them. What a newer one kept stays in the journal, untouched, until that one is back. */
export const inOurVersion = (records: JournalRecord<EditorContent>[]): JournalRecord<EditorContent>[] =>
  records
    .filter(({ content }) => !isNewerBody(versionOf(content.body)))
    .map((record) => {
      const { content } = record;
      const body = migrateBody(content.body, versionOf(content.body));
      return { ...record, content: { ...content, body } };
    });

async function notInUse(records: JournalRecord<EditorContent>[]): Promise<JournalRecord<EditorContent>[]> {
  if (!navigator.locks) return records.filter(({ at }) => Date.now() - at > inUseForMs);
  const { held = [] } = await navigator.locks.query();
  const inUse = new Set(held.map(({ name }) => name));
  return records.filter(({ loadId }) => !inUse.has(lockName(loadId)));
}

async function forgetSaved(
  records: JournalRecord<EditorContent>[],
  newest: SentDraft | null,
): Promise<JournalRecord<EditorContent>[]> {
  if (!newest) return records;
  const there = toPayload({ ...newest.content, slugIsChosen: newest.slugIsChosen });
  const saved = records.filter(({ content }) => isSameText(toPayload(content), there));
  await Promise.all(saved.map(({ key }) => removeRecord(key))).catch(() => undefined);
  return records.filter((record) => !saved.includes(record));
}
