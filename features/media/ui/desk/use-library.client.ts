'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { dismissLikenessAction, preferOtherAction } from '../../actions';
import type { MediaPage } from '../../queries';
import type { SentMedia } from './sent-media';
import { useUploads } from './use-uploads.client';

interface SentPage extends Omit<MediaPage, 'items'> {
  items: SentMedia[];
}

const searchPauseMs = 250;

/** What narrows the library, in the words of its address (`listMediaInput`); empty is everything. */
export type LibraryFilter = Partial<Record<'kind' | 'licence' | 'show', string>>;

interface LibraryOptions {
  /** The one kind of file that is wanted here. */
  only?: 'picture';
  /** How it is narrowed to begin with. */
  asked?: LibraryFilter & { search?: string };
  onUploaded?: (item: SentMedia) => void;
  /** What has just come gave way to what was there before. */
  onSwapped?: (gone: SentMedia, instead: SentMedia) => void;
}

/** What has just come, and what it looks like. */
export interface Double {
  item: SentMedia;
  other: SentMedia;
}

/** The library as one works in it: found by words, grown by scrolling, added to by dropping, pasting and choosing. */
export function useLibrary(
  first: SentPage | null,
  { only, asked = {}, onUploaded, onSwapped }: LibraryOptions = {},
) {
  const [search, setSearch] = useState(asked.search ?? '');
  const [filter, setFilter] = useState<LibraryFilter>(() => ({
    kind: only ?? asked.kind,
    licence: asked.licence,
    show: asked.show,
  }));
  const [page, setPage] = useState<SentPage>(first ?? { items: [], next: null });
  const [loading, setLoading] = useState(first === null);
  const [failed, setFailed] = useState(false);
  const turns = useRef(0);
  const skipFirst = useRef(first !== null);

  const load = useCallback(async (words: string, narrowed: LibraryFilter, before: number | null) => {
    const turn = ++turns.current;
    setLoading(true);
    const found = await fetchPage(words, narrowed, before);
    // A search that was overtaken by a newer one has nothing to say any more.
    if (turn !== turns.current) return;
    setLoading(false);
    setFailed(found === null);
    if (found) setPage((shown) => (before ? { ...found, items: [...shown.items, ...found.items] } : found));
  }, []);

  useEffect(() => {
    if (skipFirst.current) {
      skipFirst.current = false;
      return;
    }
    const timer = setTimeout(() => void load(search, filter, null), search === '' ? 0 : searchPauseMs);
    return () => clearTimeout(timer);
  }, [search, filter, load]);

  const put = useCallback((item: SentMedia) => {
    setPage((shown) => ({ ...shown, items: [item, ...shown.items.filter(({ id }) => id !== item.id)] }));
  }, []);
  const tell = useRef(onUploaded);
  tell.current = onUploaded;
  const swap = useRef(onSwapped);
  swap.current = onSwapped;
  const [doubles, setDoubles] = useState<Double[]>([]);
  const settleDouble = (mediaId: number) =>
    setDoubles((before) => before.filter(({ item }) => item.id !== mediaId));
  const sending = useUploads(only, (item) => {
    put(item);
    void fetchDetails(item.id).then((found) => {
      const [other] = found?.alike ?? [];
      if (other && !item.known) setDoubles((before) => [...before, { item, other }]);
    });
    tell.current?.(item);
  });

  return {
    search,
    setSearch,
    items: page.items,
    next: page.next,
    loading,
    failed,
    filter,
    isNarrowed: Boolean(filter.licence || filter.show || (filter.kind && !only)),
    widen: () => setFilter({ kind: only }),
    narrow: (part: LibraryFilter) => setFilter((before) => ({ ...before, ...part })),
    only,
    more: () => load(search, filter, page.next),
    retry: () => load(search, filter, null),
    ...sending,
    doubles,
    keepBoth: async ({ item, other }: Double) => {
      settleDouble(item.id);
      await dismissLikenessAction({ status: 'idle' }, { mediaId: item.id, otherId: other.id });
    },
    /** Gives why not, where it cannot be. */
    takeOther: async ({ item, other }: Double): Promise<string | undefined> => {
      const answer = await preferOtherAction({ status: 'idle' }, { mediaId: item.id, otherId: other.id });
      if (answer.status === 'refused') return answer.sentence;
      settleDouble(item.id);
      setPage((shown) => ({ ...shown, items: shown.items.filter(({ id }) => id !== item.id) }));
      put(other);
      swap.current?.(item, other);
    },
    /** One that came into the library by another way. */
    took: (item: SentMedia) => {
      put(item);
      tell.current?.(item);
    },
    /** Asks for one file anew, after something about it was changed. */
    refresh: async (id: number) => {
      const item = (await fetchDetails(id))?.item;
      if (item)
        setPage((shown) => ({ ...shown, items: shown.items.map((each) => (each.id === id ? item : each)) }));
    },
    /** Shows again, in its place, what was removed. */
    putBack: async (id: number) => {
      const item = (await fetchDetails(id))?.item;
      if (item) setPage((shown) => ({ ...shown, items: [...shown.items, item].sort((a, b) => b.id - a.id) }));
    },
    remove: (id: number) =>
      setPage((shown) => ({ ...shown, items: shown.items.filter((each) => each.id !== id) })),
  };
}
export type LibraryState = ReturnType<typeof useLibrary>;

async function fetchPage(
  search: string,
  filter: LibraryFilter,
  before: number | null,
): Promise<SentPage | null> {
  const asked = Object.entries({ search, ...filter, before: before && String(before) });
  const query = new URLSearchParams(asked.filter((pair): pair is [string, string] => Boolean(pair[1])));
  try {
    const response = await fetch(`/api/media?${query}`);
    return response.ok ? ((await response.json()) as SentPage) : null;
  } catch {
    return null;
  }
}

async function fetchDetails(id: number): Promise<{ item: SentMedia; alike: SentMedia[] } | null> {
  try {
    const response = await fetch(`/api/media/${id}`);
    return response.ok ? ((await response.json()) as { item: SentMedia; alike: SentMedia[] }) : null;
  } catch {
    return null;
  }
}
