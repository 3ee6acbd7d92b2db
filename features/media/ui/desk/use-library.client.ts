'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { isPictureFile, uploadPicture } from '@/lib/upload-picture';
import type { MediaPage } from '../../queries';
import type { SentMedia } from './sent-media';

/** One file on its way, or why it did not get there. */
export interface Upload {
  key: number;
  name: string;
  /** From 0 to 1; 1 while the server looks at it. */
  share: number;
  sentence: string | null;
}

interface SentPage extends Omit<MediaPage, 'items'> {
  items: SentMedia[];
}

const searchPauseMs = 250;
/** Two at a time: more would only wait for each other. */
const atOnce = 2;

/** The library as one works in it: found by words, grown by scrolling, added to by dropping, pasting and choosing. */
export function useLibrary(first: SentPage | null, onUploaded?: (item: SentMedia) => void) {
  const [search, setSearch] = useState('');
  const [page, setPage] = useState<SentPage>(first ?? { items: [], next: null });
  const [loading, setLoading] = useState(first === null);
  const [failed, setFailed] = useState(false);
  const [uploads, setUploads] = useState<Upload[]>([]);
  const asked = useRef(0);
  const skipFirst = useRef(first !== null);

  const load = useCallback(async (words: string, before: number | null) => {
    const turn = ++asked.current;
    setLoading(true);
    const found = await fetchPage(words, before);
    // A search that was overtaken by a newer one has nothing to say any more.
    if (turn !== asked.current) return;
    setLoading(false);
    setFailed(found === null);
    if (found) setPage((shown) => (before ? { ...found, items: [...shown.items, ...found.items] } : found));
  }, []);

  useEffect(() => {
    if (skipFirst.current) {
      skipFirst.current = false;
      return;
    }
    const timer = setTimeout(() => void load(search, null), search === '' ? 0 : searchPauseMs);
    return () => clearTimeout(timer);
  }, [search, load]);

  const put = useCallback((item: SentMedia) => {
    setPage((shown) => ({ ...shown, items: [item, ...shown.items.filter(({ id }) => id !== item.id)] }));
  }, []);
  const tell = useRef(onUploaded);
  tell.current = onUploaded;
  const upload = useCallback(
    async (files: File[]) => {
      const waiting = files.map((file) => ({ file, key: nextKey++ }));
      setUploads((before) => [
        ...before,
        ...waiting.map(({ file, key }) => ({ key, name: file.name, share: 0, sentence: null })),
      ]);
      const change = (key: number, part: Partial<Upload>) =>
        setUploads((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each)));
      const work = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const { file, key } = next;
          const answer = isPictureFile(file)
            ? await uploadPicture<SentMedia>(file, (share) => change(key, { share }))
            : ({ ok: false, sentence: 'This is not a picture.' } as const);
          if (!answer.ok) change(key, { sentence: answer.sentence });
          else {
            setUploads((before) => before.filter((each) => each.key !== key));
            put(answer.file);
            tell.current?.(answer.file);
          }
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
    },
    [put],
  );

  return {
    search,
    setSearch,
    items: page.items,
    next: page.next,
    loading,
    failed,
    more: () => load(search, page.next),
    retry: () => load(search, null),
    uploads,
    dismiss: (key: number) => setUploads((before) => before.filter((each) => each.key !== key)),
    upload,
    replace: (item: SentMedia) =>
      setPage((shown) => ({
        ...shown,
        items: shown.items.map((each) => (each.id === item.id ? item : each)),
      })),
    remove: (id: number) =>
      setPage((shown) => ({ ...shown, items: shown.items.filter((each) => each.id !== id) })),
  };
}
export type LibraryState = ReturnType<typeof useLibrary>;

let nextKey = 1;

async function fetchPage(search: string, before: number | null): Promise<SentPage | null> {
  const query = new URLSearchParams({ search, ...(before && { before: String(before) }) });
  try {
    const response = await fetch(`/api/media?${query}`);
    return response.ok ? ((await response.json()) as SentPage) : null;
  } catch {
    return null;
  }
}
